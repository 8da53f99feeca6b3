/** Where everything is drawn, by default. */
export const REPORT = "out/report.html";
