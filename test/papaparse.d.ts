/**
 * The part of PapaParse that tests and benchmarks compare with. `@types/papaparse` would be one more
 * package for it.
 */
declare module 'papaparse' {
  export interface ParseConfig {
    delimiter?: string;
    newline?: '\r' | '\n' | '\r\n';
    quoteChar?: string;
    escapeChar?: string;
    preview?: number;
    fastMode?: boolean;
  }
  export interface ParseError {
    type: 'Quotes' | 'Delimiter' | 'FieldMismatch';
    code: string;
    message: string;
    row: number;
    index?: number;
  }
  export interface ParseMeta {
    delimiter: string;
    linebreak: string;
    aborted: boolean;
    truncated: boolean;
    cursor: number;
  }
  export interface ParseResult {
    data: string[][];
    errors: ParseError[];
    meta: ParseMeta;
  }
  /** Parses one string; `ignoreLastRow` leaves a last row that may be cut for the next chunk. */
  export class Parser {
    constructor(config: ParseConfig);
    parse(input: string, baseIndex?: number, ignoreLastRow?: boolean): ParseResult;
    getCharIndex(): number;
  }
  const Papa: {
    Parser: typeof Parser;
    parse(input: string, config?: ParseConfig): ParseResult;
    unparse(rows: readonly (readonly unknown[])[], config?: Record<string, unknown>): string;
  };
  export default Papa;
}
