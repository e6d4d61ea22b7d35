/** What a file may be. Every limit has its own refusal; a server may set its own. */
export interface Limits {
  /** Bytes. */
  fileSize: number;
  rows: number;
  columns: number;
  /** Characters of one cell. */
  cellLength: number;
  /** Decompressed size over compressed size of a workbook. */
  decompressionRatio: number;
  /** Bytes of a decompressed workbook. */
  decompressedSize: number;
}

export const DEFAULT_LIMITS: Limits = {
  fileSize: 512 * 1024 * 1024,
  rows: 5_000_000,
  columns: 1_000,
  cellLength: 1024 * 1024,
  decompressionRatio: 100,
  decompressedSize: 2 * 1024 * 1024 * 1024,
};
