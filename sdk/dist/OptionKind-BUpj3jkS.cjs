//#region src/pricing/OptionKind.ts
/** As the chain's enum: a call vault holds the underlying, a put vault the quote asset. */
const OptionKind = {
	Call: 0,
	Put: 1
};
//#endregion
Object.defineProperty(exports, "OptionKind", {
	enumerable: true,
	get: function() {
		return OptionKind;
	}
});
