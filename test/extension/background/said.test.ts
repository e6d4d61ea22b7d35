import { describe, expect, it, vi } from 'vitest';
import { endedImport, serverImport, storedImport } from '../samples.ts';

vi.hoisted(() => vi.stubGlobal('chrome', { runtime: { id: 'rowcheck' } }));
const { badgeOf } = await import('../../../extension/background/badge.ts');
const { notificationText } = await import('../../../extension/background/notification-text.ts');

const success = storedImport({ import: endedImport(5, 0) });
const partial = storedImport({ import: endedImport(5, 1) });
const failed = storedImport({ import: endedImport(5, 5, { status: 'Failed', outcome: 'failed' }) });
const unsent = storedImport({
  import: null,
  upload: { ...storedImport().upload, state: 'failed', problem: 'The token is unknown.' },
});

describe('badge', () => {
  it('shows nothing while nothing has ended', () => {
    expect(badgeOf([])).toBeNull();
    expect(badgeOf([storedImport()])).toBeNull();
  });

  it('leaves out what was looked at', () => {
    expect(badgeOf([{ ...failed, seen: true }])).toBeNull();
    expect(badgeOf([{ ...failed, seen: true }, success])?.text).toBe('1');
  });

  it('counts what has ended, in the colour of the worst', () => {
    const [green, orange, red] = [[success], [success, partial], [success, partial, failed]].map(
      (imports) => badgeOf(imports),
    );
    expect([green?.text, orange?.text, red?.text]).toEqual(['1', '2', '3']);
    expect(new Set([green?.colour, orange?.colour, red?.colour]).size).toBe(3);
    expect(badgeOf([unsent])?.colour).toBe(red?.colour);
  });
});

describe('notification', () => {
  const cause = {
    code: 'unknown-team',
    severity: 'error' as const,
    label: 'Team',
    value: 'team_9',
    count: 61,
    title: 'Team does not exist',
    message: '',
    fix: '',
  };
  const said = (more: Parameters<typeof storedImport>[0]) => notificationText(storedImport(more));

  it('says what and why in one line', () => {
    expect(said({ import: endedImport(3104, 84, { causes: [cause] }) })).toBe(
      'contacts.csv: 3,020 of 3,104 imported. 84 failed, 61 because team_9 does not exist',
    );
  });

  it.each([
    [10, 1, 1, 'unknown-team', '1 failed: team_9 does not exist'],
    [84, 84, 84, 'unknown-team', '84 failed, all because team_9 does not exist'],
    [10, 1, 1, 'invalid-date', '1 failed: not a date in “Team” (team_9)'],
    [
      84,
      84,
      84,
      'invalid-date',
      '84 failed, all for the same reason: not a date in “Team” (team_9)',
    ],
    [84, 84, 61, 'invalid-date', '84 failed, 61 of them: not a date in “Team” (team_9)'],
  ])('of %d rows, %d failed, %d by %s', (total, errors, count, code, end) => {
    const title = code === 'invalid-date' ? 'Not a date' : cause.title;
    const ended = endedImport(total, errors, { causes: [{ ...cause, code, title, count }] });
    const whole = said({ import: ended });
    expect(whole.slice(whole.indexOf('imported. ') + 10)).toBe(end);
  });

  it('names the column where the cause has no value', () => {
    const { value: _, ...email } = {
      ...cause,
      code: 'invalid-email',
      label: 'E-mail',
      title: 'Not an e-mail address',
      count: 2,
    };
    expect(said({ import: endedImport(10, 2, { causes: [email] }) })).toBe(
      'contacts.csv: 8 of 10 imported. 2 failed, all for the same reason: not an e-mail address in “E-mail”',
    );
  });

  it.each([
    [endedImport(3104, 0), 'contacts.csv: all 3,104 rows imported.'],
    [endedImport(1, 0), 'contacts.csv: the one row is imported.'],
    [
      serverImport({
        outcome: 'failed',
        status: 'Failed',
        reason: { code: 'required-column', message: 'The column “Last name” is missing.' },
      }),
      'contacts.csv: not imported. The column “Last name” is missing.',
    ],
    [
      endedImport(12, 0, {
        outcome: 'failed',
        reason: { code: 'damaged-file', message: 'It is damaged. 12 rows had been imported.' },
      }),
      'contacts.csv: stopped. It is damaged. 12 rows had been imported.',
    ],
    [
      endedImport(1000, 0, {
        outcome: 'failed',
        reason: { code: 'cancelled', message: 'It was cancelled.' },
      }),
      'contacts.csv: cancelled. 1,000 rows were imported before.',
    ],
  ])('says how it ended (%#)', (ended, text) => {
    expect(said({ import: ended })).toBe(text);
  });

  it('says why a file could not be sent', () => {
    expect(notificationText(unsent)).toBe('contacts.csv could not be sent. The token is unknown.');
  });
});
