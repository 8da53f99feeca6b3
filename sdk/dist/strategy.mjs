import { t as OptionKind } from "./OptionKind-LUJya0RX.mjs";
import { a as opposite, c as breakEvens, i as payoff, l as profileOf, n as strangle, o as maxProfitLoss, r as straddle, s as ladder, t as vertical } from "./strategy-bSJlqxVq.mjs";
export { OptionKind, breakEvens, ladder, maxProfitLoss, opposite, payoff, profileOf, straddle, strangle, vertical };
