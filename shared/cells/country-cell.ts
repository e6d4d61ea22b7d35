import { countryCode, countryNames } from './country.ts';
import { repairChoice } from './nearest.ts';
import { addIssue, type CellJudge } from './row-context.ts';

/** Judges a country, by code or name; its value is the ISO 3166-1 alpha-2 code. */
export const judgeCountry: CellJudge<string> = (text, context, column) => {
  const code = countryCode(text);
  if (code !== '') return code;
  const suggestion = repairChoice(text, countryNames()) ?? undefined;
  return addIssue(context, column, 'invalid-country', {}, suggestion);
};
