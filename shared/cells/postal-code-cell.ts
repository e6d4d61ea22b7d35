import { SCIENTIFIC } from './number-cell.ts';
import { isPostalCode, postalCodeExample, restoredZeros } from './postal-code.ts';
import { rememberRepeats } from './repeats.ts';
import { addIssue, type CellJudge } from './row-context.ts';

/** Judges a postal code against the row's country; its value is the code as it is written. */
export function postalCodeJudge(): CellJudge<string> {
  const byCountry = new Map<string | null, (text: string) => boolean>();
  return (text, context, column) => {
    const { country } = context;
    let isCode = byCountry.get(country);
    if (!isCode) {
      isCode = rememberRepeats((code) => isPostalCode(code, country));
      byCountry.set(country, isCode);
    }
    if (isCode(text)) return text;
    if (SCIENTIFIC.test(text)) return addIssue(context, column, 'scientific-notation', {});
    const example = country === null ? null : postalCodeExample(country);
    const params = { country: country ?? '', ...(example === null ? {} : { example }) };
    const suggestion = country === null ? null : restoredZeros(text, country);
    return addIssue(context, column, 'invalid-postal-code', params, suggestion ?? undefined);
  };
}
