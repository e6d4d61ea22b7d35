/**
 * The big contact file: `node test/bench/generate.ts [--rows N] [--out FILE]`. The same rows and seed
 * always give the same bytes; a million rows are about 130 MB. Every row is a pure function of its
 * index, so the file is never in memory and the expected verdicts are known without checking it.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What is wrong with a bad row: exactly one thing each. */
export const BAD_KINDS = [
  'invalid-email',
  'required',
  'invalid-phone',
  'invalid-date',
  'unknown-user',
  'unknown-team',
  'unique-error',
  'invalid-postal-code',
  'missing-cell',
] as const;
export type BadKind = (typeof BAD_KINDS)[number];

export interface Expected {
  rows: number;
  bytes: number;
  bad: number;
  /** Issues by code; each bad row has exactly one. */
  counts: Record<BadKind, number>;
  users: string[];
  teams: string[];
}

export interface Generated {
  file: string;
  expected: Expected;
}

export const BENCH_USERS = Array.from({ length: 40 }, (_, n) => `u_${1001 + n}`);
export const BENCH_TEAMS = Array.from({ length: 12 }, (_, n) => `team_${1 + n}`);

const HEADER =
  'First name,Last name,E-mail,Phone,Birth date,Owner,Team,Company,Street,City,Postal code,Country,Notes\n';
const FIRST = [
  'Maria',
  'Jan',
  'Aoife',
  'Hans',
  'Chloé',
  'John',
  'Emily',
  'Giulia',
  'Sofia',
  'Lars',
  'Ingrid',
  'Piotr',
  'Eva',
  'Lukas',
  'Nina',
  'Tiago',
  'Élise',
  'Mikko',
  'Sarah',
  'Wei',
];
const LAST = [
  'Lopez',
  'de Vries',
  'Murphy',
  'Müller',
  'Dubois',
  'Smith',
  'Johnson',
  'Rossi',
  'Lindqvist',
  'Hansen',
  'Olsen',
  'Kowalski',
  'Nováková',
  'Gruber',
  'Keller',
  'Silva',
  'Peeters',
  'Virtanen',
  "O'Neill",
  'Zhang',
];
const COMPANY = [
  'Harbour Foods Ltd',
  'Northern Paper',
  'Spreewerk GmbH',
  'Atelier Dubois',
  'Bay Robotics',
  'Kanaal BV',
  'Thames Trading',
  'Limmat AG',
];
const STREET = [
  'High Street',
  'Market Square',
  'Station Road',
  'Church Lane',
  'Mill Road',
  'King Street',
  'Park Avenue',
  'Long Row',
];
const NOTE = [
  'met at the spring fair',
  'prefers e-mail',
  '"asked for a quote, twice"',
  'call after the summer',
  '',
  'renewal due',
  '"said ""maybe later"""',
  '',
  'from the old list',
  '',
];
/** City, country, postal codes and phone numbers that are valid together. */
const PLACE = [
  {
    city: 'Berlin',
    country: 'DE',
    postal: (n: number) => `10${100 + (n % 900)}`,
    phone: (n: number) => `+49 30 ${20_000_000 + (n % 9_999_999)}`,
  },
  {
    city: 'New York',
    country: 'US',
    postal: (n: number) => `10${String(n % 300).padStart(3, '0')}`,
    phone: (n: number) => `+1 212 ${220 + (n % 690)} ${String(n % 10_000).padStart(4, '0')}`,
  },
  {
    city: 'London',
    country: 'GB',
    postal: (n: number) => `SW${1 + (n % 9)}A ${1 + (n % 9)}AA`,
    phone: (n: number) =>
      `+44 20 7${String(100 + (n % 900))} ${String(n % 10_000).padStart(4, '0')}`,
  },
  {
    city: 'Paris',
    country: 'FR',
    postal: (n: number) => `750${String(1 + (n % 20)).padStart(2, '0')}`,
    phone: (n: number) =>
      `+33 1 42 ${String(n % 100).padStart(2, '0')} ${String((n >>> 7) % 100).padStart(2, '0')} ${String((n >>> 13) % 100).padStart(2, '0')}`,
  },
] as const;

/** A well mixed 32-bit number of an index and a purpose (the finalizer of MurmurHash3). */
function mix(index: number, salt: number): number {
  let h = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T;
}

/** Two rows in a hundred are bad; the first few never are, so that a duplicate has an original. */
function badKind(index: number): BadKind | null {
  if (index < 10 || mix(index, 1) % 50 !== 0) return null;
  return pick(BAD_KINDS, mix(index, 2));
}

function email(index: number): string {
  return `c${index}@mail${mix(index, 3) % 100}.com`;
}

/** The nearest good row before one. */
function goodBefore(index: number): number {
  let at = Math.floor(index / 2);
  while (badKind(at) !== null) at--;
  return at;
}

function line(index: number, bad: BadKind | null): string {
  const place = pick(PLACE, mix(index, 4));
  const number = mix(index, 5);
  const day = 1 + (number % 28);
  const month = 1 + ((number >>> 5) % 12);
  const year = 1950 + ((number >>> 9) % 55);
  const cells = [
    pick(FIRST, mix(index, 6)),
    bad === 'required' ? '' : pick(LAST, mix(index, 7)),
    bad === 'invalid-email'
      ? `c${index}@mail`
      : bad === 'unique-error'
        ? email(goodBefore(index))
        : email(index),
    bad === 'invalid-phone' ? '+49 3' : place.phone(number),
    bad === 'invalid-date'
      ? `${year}-02-30`
      : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    bad === 'unknown-user' ? 'u_9999' : pick(BENCH_USERS, mix(index, 8)),
    bad === 'unknown-team' ? 'team_99' : pick(BENCH_TEAMS, mix(index, 9)),
    pick(COMPANY, mix(index, 10)),
    `${1 + (number % 240)} ${pick(STREET, mix(index, 11))}`,
    place.city,
    bad === 'invalid-postal-code' ? 'ABCDEFGH' : place.postal(number),
    place.country,
    pick(NOTE, mix(index, 12)),
  ];
  return (bad === 'missing-cell' ? cells.slice(0, 10) : cells).join(',');
}

/** Writes the file and, beside it, what a check of it must find; does nothing where both are there. */
export function generate(file: string, rows: number): Generated {
  const sidecar = `${file}.expected.json`;
  if (existsSync(file) && existsSync(sidecar)) {
    const expected = JSON.parse(readFileSync(sidecar, 'utf8')) as Expected;
    if (expected.rows === rows) return { file, expected };
  }
  mkdirSync(dirname(file), { recursive: true });
  const counts = Object.fromEntries(BAD_KINDS.map((kind) => [kind, 0])) as Record<BadKind, number>;
  const partial = `${file}.partial`;
  const fd = openSync(partial, 'w');
  let bytes = writeSync(fd, HEADER);
  for (let start = 0; start < rows; start += 10_000) {
    const lines: string[] = [];
    for (let index = start; index < Math.min(start + 10_000, rows); index++) {
      const bad = badKind(index);
      if (bad) counts[bad]++;
      lines.push(line(index, bad));
    }
    bytes += writeSync(fd, `${lines.join('\n')}\n`);
  }
  closeSync(fd);
  renameSync(partial, file);
  const bad = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const expected: Expected = { rows, bytes, bad, counts, users: BENCH_USERS, teams: BENCH_TEAMS };
  writeFileSync(sidecar, `${JSON.stringify(expected, null, 2)}\n`);
  return { file, expected };
}

/** Where the big file of so many rows is kept between runs. */
export function bigFile(rows: number): string {
  return fileURLToPath(new URL(`../../.cache/bench/contacts-${rows}.csv`, import.meta.url));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { rows: { type: 'string' }, out: { type: 'string' } } });
  const rows = Number(values.rows ?? 1_000_000);
  const { file, expected } = generate(values.out ?? bigFile(rows), rows);
  console.log(
    `${file}: ${expected.rows} rows, ${(expected.bytes / 1e6).toFixed(1)} MB, ${expected.bad} bad`,
  );
}
