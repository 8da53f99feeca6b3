import { t as OptionKind } from "./OptionKind-AgzWAf5f.mjs";
import { n as StrategyLeg, r as Widened, t as StrategyCost } from "./StrategyLeg-C-mqsFE2.mjs";
import { a as profileOf, c as opposite, d as breakEvens, i as Profile, l as maxProfitLoss, n as strangle, o as Payoff, r as straddle, s as payoff, t as vertical, u as ladder } from "./index-CioZqNLd.mjs";
export { OptionKind, Payoff, Profile, StrategyCost, StrategyLeg, Widened, breakEvens, ladder, maxProfitLoss, opposite, payoff, profileOf, straddle, strangle, vertical };