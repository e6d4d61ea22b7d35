import type { Reason } from './fail.ts';

/** Thrown to end an import as failed, with the reason that people are told. */
export class Stopped extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason.code);
    this.name = 'Stopped';
    this.reason = reason;
  }
}

/** Somebody asked for the import to stop. */
export const cancelled = (): Stopped =>
  new Stopped({ code: 'cancelled', message: 'The import was cancelled.' });

/** The bytes of the file are gone. */
export const fileGone = (): Stopped =>
  new Stopped({
    code: 'file-gone',
    message: 'The uploaded file is no longer on the server. Submit it again.',
  });

/** The file is written in another way than the plan says. */
export const wrongPlan = (): Stopped =>
  new Stopped({
    code: 'wrong-plan',
    message: 'The plan was made for a file of another kind. Check the file again, then submit it.',
  });
