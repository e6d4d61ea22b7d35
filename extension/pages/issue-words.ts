import type { ImportCause, RecordIssue } from '../../shared/contract/imports.ts';

/** The sentence of an issue where its row stands beside it. */
export function withoutRow(message: string): string {
  return message.replace(/^Row [\d,]+(?:, |: )/, '');
}

/** The sentence of an issue where its row, its column and the cell's text stand beside it. */
export function withoutCell({ message, label, value }: RecordIssue): string {
  return withoutValue(withoutLabel({ message: withoutRow(message), label }), value);
}

/** The sentence of an issue where the cell's text stands beside it: “a@” is not …, is not …. */
export function withoutValue(message: string, value: string | undefined): string {
  const quoted = `“${value}” `;
  return value && message.startsWith(quoted) ? message.slice(quoted.length) : message;
}

/** The sentence of a cause where its column stands in the title. */
export function withoutLabel({ message, label }: Pick<ImportCause, 'message' | 'label'>): string {
  const prefix = `${label?.trim()}: `;
  return label && message.startsWith(prefix) ? message.slice(prefix.length) : message;
}
