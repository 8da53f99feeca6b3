const LAST_DATE = 253_402_300_799n;

/** Unix seconds as a date and a time of day, "2027-01-08 08:00:00 UTC". */
export function formatTime(seconds: bigint | number): string {
  const whole = BigInt(typeof seconds === "number" && Number.isFinite(seconds) ? Math.floor(seconds) : seconds);
  if (whole < 0n || whole > LAST_DATE) return "the end of time";
  const [date = "", clock = ""] = new Date(Number(whole) * 1_000).toISOString().split(/[T.]/);
  return `${date} ${clock} UTC`;
}
