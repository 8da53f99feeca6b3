import { t as SdkError } from "./SdkError-wrZJ4-1d.mjs";
//#region src/errors/NoVolatilityError.ts
/** No volatility gives this price: it is at or outside the bounds that hold without arbitrage. */
var NoVolatilityError = class extends SdkError {
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
export { NoVolatilityError as t };
