/** Changes whenever the same data would give other numbers; shares and exports carry it. */
export const STATISTICS_VERSION = "4";
