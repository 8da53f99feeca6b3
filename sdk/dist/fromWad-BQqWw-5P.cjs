//#region src/units/fromWad.ts
/**
* The double nearest to an 18-decimal fixed-point number of the chain. `toWad` gives the same fixed-point number back
* wherever it has at most 15 significant digits; `formatWad` keeps all of them.
*/
function fromWad(value) {
	return Number(`${value}e-18`);
}
//#endregion
Object.defineProperty(exports, "fromWad", {
	enumerable: true,
	get: function() {
		return fromWad;
	}
});
