import { expect, test } from 'vitest';
import { createClosing } from '../../server/closing.ts';

function closing(...broken: string[]) {
  const closed: string[] = [];
  const all = createClosing();
  for (const name of ['database', 'queue', 'http']) {
    all.add(async () => {
      closed.push(name);
      if (broken.includes(name)) throw new Error(`${name} is stuck`);
    });
  }
  return { all, closed };
}

test('what was opened last is closed first, and only once', async () => {
  const { all, closed } = closing();
  await all.close();
  await all.close();
  expect(closed).toEqual(['http', 'queue', 'database']);
});

test('the rest is closed when something would not close', async () => {
  const { all, closed } = closing('http');
  await expect(all.close()).rejects.toThrow('http is stuck');
  expect(closed).toEqual(['http', 'queue', 'database']);
});

test('everything that would not close is named', async () => {
  const { all } = closing('http', 'queue');
  await expect(all.close()).rejects.toMatchObject({
    errors: [new Error('http is stuck'), new Error('queue is stuck')],
  });
});
