/**
 * The part of PapaParse that Rowcheck uses: error files are written with it, and tests and benchmarks
 * compare reading with it. `@types/papaparse` pulls in Node's types, which `shared` must not see.
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
  export interface UnparseConfig {
    delimiter?: string;
    newline?: string;
    /** Puts an apostrophe before cells that a spreadsheet program would run as a formula. */
    escapeFormulae?: boolean | RegExp;
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
    unparse(rows: readonly (readonly string[])[], config?: UnparseConfig): string;
  };
  export default Papa;
}
