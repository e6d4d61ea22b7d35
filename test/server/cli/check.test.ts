import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, fixture } from './call.ts';

interface Line {
  file: string;
  format: string | null;
  encoding: string | null;
  delimiter: string | null;
  headerRow: number | null;
  recordType: string | null;
  columns: { index: number; label: string; field: string | null }[];
  rows: Record<string, number>;
  evidence: unknown[];
  issues: { code: string; severity: string; row?: number; column?: number; field?: string }[];
  issueCounts: Record<string, number>;
  digest: string | null;
}

function lines(out: string): Line[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

async function checkJson(...args: string[]): Promise<{ code: number; line: Line }> {
  const { code, out } = await call(['check', '--json', ...args]);
  const [line] = lines(out);
  if (!line) throw new Error('Nothing was printed');
  return { code, line };
}

describe('rowcheck check --json', () => {
  test('a clean file: exit code 0, how it was read, no issue', async () => {
    const { code, line } = await checkJson(
      fixture('contacts/contacts-clean.csv'),
      '--type=contact',
    );
    expect(code).toBe(0);
    expect(line).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      sheet: null,
      headerRow: 1,
      recordType: 'contact',
      rows: { total: 25, ready: 25, error: 0, blank: 0 },
      issues: [],
      issueCounts: {},
    });
    expect(line.columns[2]).toEqual({ index: 2, label: 'E-mail', field: 'email' });
    expect(line.digest).toMatch(/^\S+$/);
  });

  test('a file with errors: exit code 1, every issue in order with its cell', async () => {
    const { code, line } = await checkJson(fixture('contacts/contacts-every-cause.csv'));
    expect(code).toBe(1);
    expect(line.rows.total).toBe((line.rows.ready ?? 0) + (line.rows.error ?? 0) + 1);
    const places = line.issues.map(({ row = 0, column = -1 }) => row * 1000 + column);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const counted: Record<string, number> = {};
    for (const { code } of line.issues) counted[code] = (counted[code] ?? 0) + 1;
    expect(line.issueCounts).toEqual(counted);
    expect(line.issues.find((issue) => issue.row === 5)).toMatchObject({
      code: 'invalid-email',
      severity: 'error',
      row: 5,
      column: 2,
      label: 'E-mail',
      field: 'email',
      value: 'hans.mueller@example',
      message: expect.stringContaining('Row 5'),
    });
  });

  test('a file that cannot be read: exit code 2 and one issue without a row', async () => {
    for (const name of ['empty.csv', 'picture.csv', 'encrypted.xlsx', 'damaged.xlsx']) {
      const { code, line } = await checkJson(fixture(`bad-input/${name}`));
      expect(code, name).toBe(2);
      expect(line.issues, name).toHaveLength(1);
      expect(line.issues[0]?.severity).toBe('error');
      expect(line.issues[0]).not.toHaveProperty('row');
    }
  });

  test('several files: one line each, the worst exit code of all', async () => {
    const files = ['contacts/contacts-clean.csv', 'bad-input/empty.csv', 'no-such-file.csv'];
    const { code, out } = await call(['check', '--json', ...files.map(fixture)]);
    expect(code).toBe(2);
    expect(lines(out).map((line) => line.issues[0]?.code)).toEqual([
      undefined,
      'empty-file',
      'source-error',
    ]);
  });
});

describe('rowcheck check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rowcheck-cli-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('says the verdict and every cause in words', async () => {
    const { code, out } = await call(['check', fixture('contacts/contacts-every-cause.csv')]);
    expect(code).toBe(1);
    expect(out).toContain('28 rows');
    expect(out).toContain('1 blank');
    expect(out).toContain('Birth date is read year first, because row 2 is 1984-03-12');
    expect(out).toContain('hans.mueller@example');
    expect(out).not.toContain('invalid-email');
  });

  test('takes a Table Schema of any other tool', async () => {
    const schema = join(folder, 'schema.json');
    const data = join(folder, 'data.csv');
    const fields = [
      { name: 'id', type: 'integer', constraints: { required: true } },
      { name: 'size', type: 'string', constraints: { enum: ['S', 'M'] } },
    ];
    writeFileSync(schema, JSON.stringify({ fields }));
    writeFileSync(data, 'id,size\n1,S\nx,M\n3,XL\n');
    const { code, line } = await checkJson(data, '--schema', schema);
    expect(code).toBe(1);
    expect(line.issues.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, 'id', 'invalid-number'],
      [4, 'size', 'constraint-enum'],
    ]);
  });

  test('reads a file as a plan says', async () => {
    const plan = join(folder, 'plan.json');
    const data = join(folder, 'bars.csv');
    writeFileSync(
      plan,
      JSON.stringify({
        recordType: 'contact',
        dialect: { delimiter: '#', quote: '"', newline: '\n' },
      }),
    );
    writeFileSync(data, 'Last name#E-mail\nLopez#maria@example.com\n');
    const { code, line } = await checkJson(data, '--plan', plan);
    expect(code).toBe(0);
    expect(line.delimiter).toBe('#');
  });

  test('a plan with keys that no plan has is refused, and they are named', async () => {
    const data = fixture('contacts/contacts-clean.csv');
    const plan = join(folder, 'no-plan.json');
    for (const [keys, named] of [
      [{ fields: [{ name: 'id' }], primaryKey: 'id' }, 'it says fields, primaryKey, which'],
      [{ formats: { birth_date: { order: 'day-first' } } }, 'it says formats.birth_date.order,'],
    ] as const) {
      writeFileSync(plan, JSON.stringify(keys));
      for (const command of ['check', 'rows']) {
        const { code, out, err } = await call([command, data, '--plan', plan]);
        expect([code, out]).toEqual([2, '']);
        expect(err).toContain(`${plan} is not a plan: ${named}`);
      }
    }
  });

  test('a wrong call: exit code 2, the reason and the usage', async () => {
    const data = fixture('contacts/contacts-clean.csv');
    for (const [args, reason] of [
      [['check', '--nope', data], '--nope'],
      [['check'], 'Name at least one file'],
      [['check', data, '--type'], '--type'],
    ] as const) {
      const { code, out, err } = await call([...args]);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(reason);
      expect(err).toContain('rowcheck check FILE...');
    }
    expect((await call(['check', data, '--type', 'nope'])).err).toContain('contact, company, deal');
    expect((await call(['check', data, '--plan', data])).err).toContain('is not JSON');
  });
});

describe('rowcheck rows', () => {
  test('prints one JSON array of strings a row', async () => {
    const path = fixture('contacts/contacts-clean.csv');
    const { code, out } = await call(['rows', path]);
    const read = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as string[]);
    expect(code).toBe(0);
    expect(read).toHaveLength(26);
    expect(read[15]?.at(-1)).toBe('Line one\nline two');
    expect(readFileSync(path, 'utf8').startsWith(read[0]?.join(',') ?? '?')).toBe(true);
  });

  test('a sheet of a file that has none is refused', async () => {
    const path = fixture('contacts/contacts-clean.csv');
    const { code, out, err } = await call(['rows', path, '--sheet', 'People']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${path} has no sheets`);
  });

  test('a file that cannot be read: exit code 2 and why', async () => {
    const { code, out, err } = await call(['rows', fixture('bad-input/picture.csv')]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('PNG');
  });
});
