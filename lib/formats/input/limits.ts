/** What one import may take; every bound is there because a file could otherwise exhaust memory or disk. */
export type InputLimits = {
  /** Bytes of one file after unpacking. */
  readonly unpackedBytes: number;
  /** Bytes of one row or element, which is held in memory as a whole. */
  readonly rowBytes: number;
  /** Entries of one archive. */
  readonly archiveEntries: number;
  /** Bytes of all entries of one archive after unpacking. */
  readonly archiveBytes: number;
  /** Unpacked by packed size, checked once more than `ratioFloorBytes` came out. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
};

/** Deflate reaches 1:1,032 on zeros; result files of one repeated program reach about 1:150. */
export const defaultInputLimits: InputLimits = {
  unpackedBytes: 8 * 2 ** 30,
  rowBytes: 192 * 2 ** 20,
  archiveEntries: 200_000,
  archiveBytes: 8 * 2 ** 30,
  ratio: 400,
  ratioFloorBytes: 64 * 2 ** 20,
};
