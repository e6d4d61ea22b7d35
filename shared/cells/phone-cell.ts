import { SCIENTIFIC } from './number-cell.ts';
import { commonShape, judgePhoneText, type PhoneVerdict } from './phone.ts';
import { rememberRepeats } from './repeats.ts';
import { addIssue, type CellJudge } from './row-context.ts';

/** Judges phone numbers by the row's country; the value is E.164 as far as a country is known. */
export function phoneJudge(): CellJudge<string> {
  const byCountry = new Map<string | null, (text: string) => PhoneVerdict>();
  return (text, context, column) => {
    const { country } = context;
    const common = commonShape(text, country);
    if (common !== null) return common;
    if (SCIENTIFIC.test(text)) return addIssue(context, column, 'scientific-notation', {});
    let judge = byCountry.get(country);
    if (!judge) {
      judge = rememberRepeats((number) => judgePhoneText(number, country));
      byCountry.set(country, judge);
    }
    const verdict = judge(text);
    if ('number' in verdict) return verdict.number;
    const { fault, suggestion } = verdict;
    const ownCountry = country !== null && !text.startsWith('+');
    const params = ownCountry ? { reason: fault, country } : { reason: fault };
    return addIssue(context, column, 'invalid-phone', params, suggestion);
  };
}
