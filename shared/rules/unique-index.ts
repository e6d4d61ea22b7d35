const START = 1024;

/**
 * Remembers in which row a key stood first. Keys are held as 64-bit hashes in typed arrays (12 bytes
 * each at three quarters full or less), not as strings: 5 million keys take about 100 MB less than a
 * Map would. Two different keys of 5 million share a hash with a chance of less than one in a million.
 */
export class UniqueIndex {
  #mask = START - 1;
  #size = 0;
  #low = new Uint32Array(START);
  #high = new Uint32Array(START);
  /** 0 marks a free place: rows are numbered from 1. */
  #rows = new Uint32Array(START);

  /**
   * The row in which the key stood first; `row` itself is remembered and 0 returned when it is new.
   */
  firstRow(key: string, row: number): number {
    // Two hashes of 32 bits in one pass (FNV-1a and the same with another prime), mixed at the end.
    let low = 0x811c9dc5;
    let high = 0x9e3779b9;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995);
      high ^= high >>> 15;
    }
    low = Math.imul(low ^ (low >>> 16), 0x85ebca6b);
    low = (low ^ (low >>> 13) ^ key.length) >>> 0;
    high = Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    high = (high ^ (high >>> 16)) >>> 0;
    return this.#find(low, high, row);
  }

  #find(low: number, high: number, row: number): number {
    const rows = this.#rows;
    let place = low & this.#mask;
    for (let first = rows[place] as number; first !== 0; first = rows[place] as number) {
      if (this.#low[place] === low && this.#high[place] === high) return first;
      place = (place + 1) & this.#mask;
    }
    this.#low[place] = low;
    this.#high[place] = high;
    rows[place] = row;
    this.#size++;
    if (this.#size * 4 > this.#mask * 3) this.#grow();
    return 0;
  }

  #grow(): void {
    const [low, high, rows] = [this.#low, this.#high, this.#rows] as const;
    const length = rows.length * 2;
    this.#mask = length - 1;
    this.#low = new Uint32Array(length);
    this.#high = new Uint32Array(length);
    this.#rows = new Uint32Array(length);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      if (row === 0) continue;
      let place = (low[at] as number) & this.#mask;
      while (this.#rows[place] !== 0) place = (place + 1) & this.#mask;
      this.#low[place] = low[at] as number;
      this.#high[place] = high[at] as number;
      this.#rows[place] = row;
    }
  }
}
