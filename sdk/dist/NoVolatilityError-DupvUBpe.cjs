const require_SdkError = require("./SdkError-CjDycAHV.cjs");
//#region src/errors/NoVolatilityError.ts
/** No volatility gives this price: it is at or outside the bounds that hold without arbitrage. */
var NoVolatilityError = class extends require_SdkError.SdkError {
	price;
	lower;
	upper;
	constructor(price, { lower, upper }) {
		super({
			expected: `a price strictly between ${lower} and ${upper}`,
			got: String(price),
			action: "check the price, its currency and the option's terms"
		});
		this.price = price;
		this.lower = lower;
		this.upper = upper;
	}
};
//#endregion
Object.defineProperty(exports, "NoVolatilityError", {
	enumerable: true,
	get: function() {
		return NoVolatilityError;
	}
});
