import { readFile } from 'node:fs/promises';
import { type PlanOptions, planOptionsSchema } from '../../shared/plan/plan.ts';
import { builtinRecordTypes } from '../../shared/record-types/builtin.ts';
import { parseRecordType } from '../../shared/record-types/parse-record-type.ts';
import type { RecordType } from '../../shared/record-types/record-type.ts';
import { CallError, wrongCall } from './command.ts';
import { unknownKeys } from './unknown-keys.ts';

/** What `--type`, `--schema` and `--plan` say together. */
export interface Given {
  recordTypes: readonly RecordType[];
  given: PlanOptions;
}

/** @throws CallError naming what is wrong with which option */
export async function readGiven(options: {
  type?: string | undefined;
  schema?: string | undefined;
  plan?: string | undefined;
}): Promise<Given> {
  if (options.type !== undefined && options.schema !== undefined) {
    throw wrongCall('Say either --type or --schema, not both.');
  }
  const plan = options.plan === undefined ? {} : await readPlan(options.plan);
  if (options.schema !== undefined) {
    const recordType = await readSchema(options.schema);
    return { recordTypes: [recordType], given: { ...plan, recordType: recordType.name } };
  }
  const name = options.type ?? plan.recordType;
  if (name === undefined) return { recordTypes: builtinRecordTypes, given: plan };
  if (!builtinRecordTypes.some((type) => type.name === name)) {
    const known = builtinRecordTypes.map((type) => type.name).join(', ');
    throw new CallError(
      `There is no record type "${name}". Built in are ${known}; give your own with --schema FILE.`,
    );
  }
  return { recordTypes: builtinRecordTypes, given: { ...plan, recordType: name } };
}

/** @throws CallError with every place where the plan is not one */
export async function readPlan(path: string): Promise<PlanOptions> {
  const given = await readJson(path);
  const parsed = planOptionsSchema.safeParse(given);
  if (parsed.success) {
    const unknown = unknownKeys(given, parsed.data);
    if (unknown.length === 0) return parsed.data;
    const known = Object.keys(planOptionsSchema.shape).join(', ');
    throw new CallError(
      `${path} is not a plan: it says ${unknown.join(', ')}, which no plan has. A plan can say ${known}.`,
    );
  }
  const wrong = parsed.error.issues.map((issue) => {
    const where = issue.path.join('.');
    return `  ${where === '' ? 'the document' : where}: ${issue.message}`;
  });
  throw new CallError(`${path} is not a plan:\n${wrong.join('\n')}`);
}

/** @throws CallError with every place where the schema is not a Table Schema */
export async function readSchema(path: string): Promise<RecordType> {
  const { recordType, problems } = parseRecordType(await readJson(path));
  if (recordType) return recordType;
  const wrong = problems.map(
    ({ path: where, message }) => `  ${where || 'the document'}: ${message}`,
  );
  throw new CallError(`${path} is not a Table Schema:\n${wrong.join('\n')}`);
}

/** @throws CallError when the file is not there or not JSON */
export async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new CallError(`${path} cannot be read. Check the name and the folder.`, { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CallError(`${path} is not JSON: ${detail}`, { cause: error });
  }
}
