import { hasInvisible, withoutInvisible } from './clean.ts';
import { repairMojibake } from './mojibake.ts';
import { SCIENTIFIC } from './number-cell.ts';
import { addIssue, type CellJudge } from './row-context.ts';

/** Whether a text has printable ASCII only, as most have. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

/**
 * Judges text; the value is the text without characters that do not show. Where it is an id, a number
 * such as 1.23E+10 is what a spreadsheet program left of it.
 */
export function stringJudge(isId: boolean): CellJudge<string> {
  return (text, context, column) => {
    if (isPlain(text)) {
      if (isId && SCIENTIFIC.test(text))
        return addIssue(context, column, 'scientific-notation', {});
      return text;
    }
    let shown = text;
    if (hasInvisible(text)) {
      const cleaned = withoutInvisible(text);
      shown = cleaned.text;
      addIssue(context, column, 'invisible-characters', { characters: cleaned.removed }, shown);
    }
    const repaired = repairMojibake(shown);
    if (repaired !== null) addIssue(context, column, 'mojibake', {}, repaired || undefined);
    return shown;
  };
}
