import type { ImportCause, RecordIssue } from '../../../shared/contract/imports.ts';

/** The sentence of an issue where its row stands beside it. */
export function withoutRow(message: string): string {
  return message.replace(/^Row [\d,]+(?:, |: )/, '');
}

/** The sentence of an issue where its row, its column and the cell's text stand beside it. */
export function withoutCell({ message, label, value }: RecordIssue): string {
  const said = withoutLabel({ message: withoutRow(message), label });
  const quoted = `“${value}” `;
  return value && said.startsWith(quoted) ? said.slice(quoted.length) : said;
}

/** The sentence of a cause where its column stands in the title. */
export function withoutLabel({ message, label }: Pick<ImportCause, 'message' | 'label'>): string {
  const prefix = `${label?.trim()}: `;
  return label && message.startsWith(prefix) ? message.slice(prefix.length) : message;
}
