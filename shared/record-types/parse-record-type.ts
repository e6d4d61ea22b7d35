import type { z } from 'zod';
import { compileWhole } from '../rules/constraints.ts';
import { type RecordType, recordTypeSchema } from './record-type.ts';

/** One thing wrong with a record type and where in the document it stands. */
export interface SchemaProblem {
  /** As in `fields[3].constraints.pattern`; empty for the document itself. */
  path: string;
  message: string;
}

/** A record type, or everything that is wrong with the document. */
export type ParsedRecordType =
  | { recordType: RecordType; problems: null }
  | { recordType: null; problems: SchemaProblem[] };

/**
 * Takes any Table Schema document as a record type.
 *
 * @param json the document, parsed or as text
 */
export function parseRecordType(json: unknown): ParsedRecordType {
  let document = json;
  if (typeof json === 'string') {
    try {
      document = JSON.parse(json);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return wrong([{ path: '', message: `This is not JSON: ${detail}` }]);
    }
  }
  const parsed = recordTypeSchema.safeParse(document, { error: inWords });
  if (!parsed.success) {
    return wrong(parsed.error.issues.map(({ path, message }) => ({ path: pathOf(path), message })));
  }
  const problems = inconsistencies(parsed.data);
  return problems.length > 0 ? wrong(problems) : { recordType: parsed.data, problems: null };
}

function wrong(problems: SchemaProblem[]): ParsedRecordType {
  return { recordType: null, problems };
}

const inWords: z.core.$ZodErrorMap = (issue) => {
  const last = issue.path?.at(-1);
  if (last === 'fields') return 'A record type needs a list “fields” with at least one field.';
  if (last === 'name') return 'Every field needs a “name”.';
  if (last === 'type') return `There is no type ${JSON.stringify(issue.input)} in Table Schema.`;
  if (issue.code === 'invalid_type' && (issue.path ?? []).length === 0) {
    return 'A record type is a JSON object with a list “fields”.';
  }
  return undefined;
};

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** What the shape alone does not show: names used twice, names of no field, broken patterns. */
function inconsistencies(recordType: RecordType): SchemaProblem[] {
  const problems: SchemaProblem[] = [];
  const names = new Set<string>();
  recordType.fields.forEach((field, at) => {
    const path = `fields[${at}]`;
    if (names.has(field.name)) {
      problems.push({
        path: `${path}.name`,
        message: `Two fields have the name “${field.name}”.`,
      });
    }
    names.add(field.name);
    const { pattern, minLength, maxLength } = field.constraints ?? {};
    if (pattern !== undefined && !compiles(pattern)) {
      problems.push({
        path: `${path}.constraints.pattern`,
        message: `“${pattern}” is not a regular expression.`,
      });
    }
    if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
      problems.push({
        path: `${path}.constraints`,
        message: 'The least length is larger than the largest.',
      });
    }
  });
  const { primaryKey = [], matchKey } = recordType;
  for (const key of typeof primaryKey === 'string' ? [primaryKey] : primaryKey) {
    if (!names.has(key)) {
      problems.push({ path: 'primaryKey', message: `There is no field “${key}”.` });
    }
  }
  if (matchKey !== undefined && !names.has(matchKey)) {
    problems.push({ path: 'matchKey', message: `There is no field “${matchKey}”.` });
  }
  return problems;
}

function compiles(pattern: string): boolean {
  try {
    compileWhole(pattern);
    return true;
  } catch {
    return false;
  }
}
