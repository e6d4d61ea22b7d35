const START = 1024;

/** Numbers of one place: the two halves of the hash and the row. */
const WIDTH = 3;

/**
 * Remembers in which row a key stood first. Keys are held as 64-bit hashes in one typed array (12 bytes
 * a place, three quarters full at most), not as strings: a Map of 5 million of them would take hundreds
 * of megabytes more. Two different keys of 5 million share a hash with a chance of less than one in a
 * million.
 */
export class UniqueIndex {
  #mask = START - 1;
  #size = 0;
  /** Row 0 marks a free place: rows are numbered from 1. */
  #places = new Uint32Array(START * WIDTH);

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

    const place = this.#find(low, high);
    const first = this.#places[place + 2] as number;
    if (first !== 0) return first;
    this.#places[place] = low;
    this.#places[place + 1] = high;
    this.#places[place + 2] = row;
    this.#size++;
    if (this.#size * 4 > this.#mask * 3) this.#grow();
    return 0;
  }

  /** Where the hash stands, or the free place where it belongs. */
  #find(low: number, high: number): number {
    const places = this.#places;
    for (let slot = low & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const place = slot * WIDTH;
      if (places[place + 2] === 0) return place;
      if (places[place] === low && places[place + 1] === high) return place;
    }
  }

  #grow(): void {
    const old = this.#places;
    this.#mask = this.#mask * 2 + 1;
    this.#places = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += WIDTH) {
      if (old[from + 2] === 0) continue;
      const place = this.#find(old[from] as number, old[from + 1] as number);
      this.#places[place] = old[from] as number;
      this.#places[place + 1] = old[from + 1] as number;
      this.#places[place + 2] = old[from + 2] as number;
    }
  }
}
