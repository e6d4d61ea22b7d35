import { emailFault } from './email.ts';
import { likelyDomainOf, repairEmail } from './email-repair.ts';
import { addIssue, type CellJudge } from './row-context.ts';

/** Judges an e-mail address; its value is the address as it is written. */
export const judgeEmail: CellJudge<string> = (text, context, column) => {
  const reason = emailFault(text);
  if (reason !== null) {
    const suggestion = repairEmail(text);
    return addIssue(context, column, 'invalid-email', { reason }, suggestion ?? undefined);
  }
  const likely = likelyDomainOf(text);
  if (likely !== null) {
    const at = text.lastIndexOf('@');
    const domain = text.slice(at + 1);
    const suggestion = `${text.slice(0, at + 1)}${likely}`;
    addIssue(context, column, 'email-typo', { domain, likely }, suggestion);
  }
  return text;
};
