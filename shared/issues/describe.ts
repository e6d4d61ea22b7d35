import type { Cause } from '../report/report.ts';
import { CATALOGUE } from './catalogue.ts';
import { type Entry, inThousands, type MessageContext } from './entry.ts';
import type { Issue, IssueCode, Severity } from './issue.ts';

/** An issue in words. */
export interface Description {
  severity: Severity;
  title: string;
  /** One or two sentences with the place and the value. */
  message: string;
  fix: string;
}

/** What a sentence needs; the params are those of the code. */
type Told = Pick<Issue, 'code' | 'params'>;

function sentence(told: Told, context: MessageContext): string {
  // The entry and the params of one code belong together; the compiler cannot follow the union.
  const entry = CATALOGUE[told.code] as Entry<IssueCode>;
  return entry.message(told.params as never, context);
}

/**
 * Says an issue in words, its place first: “Row 14, E-mail: …”.
 *
 * @param context the column's label and the cell's text, as far as they are known
 */
export function describe(issue: Issue, context: MessageContext = {}): Description {
  const { severity, title, fix } = CATALOGUE[issue.code];
  const place: string[] = [];
  if (issue.row !== undefined && CATALOGUE[issue.code].place !== 'header') {
    place.push(`Row ${issue.row}`);
  }
  const label = context.label?.trim();
  if (label && CATALOGUE[issue.code].place === 'cell') place.push(label);
  const said = sentence(issue, context);
  return {
    severity,
    title,
    message: place.length > 0 ? `${place.join(', ')}: ${said}` : said,
    fix,
  };
}

/** Says a cause in words: the sentence of its first example and how many rows it is about. */
export function describeCause(cause: Cause): Description {
  const { place, severity, title, fix } = CATALOGUE[cause.code];
  const example = cause.examples[0];
  const params = example?.params ?? {};
  const said = sentence({ code: cause.code, params } as Told, {
    label: cause.label,
    value: cause.value ?? example?.value,
  });
  const prefix = place === 'cell' && cause.label?.trim() ? `${cause.label.trim()}: ` : '';
  return { severity, title, message: `${prefix}${said}${extent(cause)}`, fix };
}

/** “61 rows, the first is row 3.” */
function extent(cause: Cause): string {
  const { place } = CATALOGUE[cause.code];
  const first = cause.examples[0]?.row;
  if (place === 'file' || place === 'header' || first === undefined) return '';
  if (cause.count === 1) return ` Row ${first}.`;
  const alike = cause.value === undefined && place === 'cell' ? ' like this' : '';
  return ` ${inThousands(cause.count)} rows${alike}, the first is row ${first}.`;
}
