import type { ByteSource } from '../bytes/source.ts';
import type { Issue } from '../issues/issue.ts';
import { Refusal } from '../issues/refusal.ts';
import type { PlanOptions } from '../plan/plan.ts';
import { unreadPlan } from '../plan/unread-plan.ts';
import type { RecordType } from '../record-types/record-type.ts';
import { createReportBuilder, type ReportStart } from '../report/builder.ts';
import type { Report } from '../report/report.ts';
import type { SheetInfo } from '../rows/format.ts';
import { type JudgedBatch, judgeRows } from './judge-rows.ts';
import type { Limits } from './limits.ts';
import { type Prepared, prepare } from './prepare.ts';
import { NO_REFERENCE, type ReferenceData } from './reference.ts';

export interface CheckProgress {
  phase: 'preparing' | 'checking';
  bytesRead: number;
  /** Bytes of the file. */
  size: number;
  /** The report so far. */
  report: Report;
}

export interface CheckOptions {
  recordTypes: readonly RecordType[];
  given?: PlanOptions;
  reference?: ReferenceData;
  limits?: Limits;
  signal?: AbortSignal;
  onProgress?(progress: CheckProgress): void;
  /** What was decided before the first row; called once, not for a file that cannot be read. */
  onPrepared?(prepared: Prepared): void;
  onRows?(batch: JudgedBatch): void;
  /** Whether `onRows` wants the typed values of ready rows. */
  values?: boolean;
}

/** Progress is told after about so many bytes; a report of many causes is not free. */
const PROGRESS_BYTES = 4 << 20;

/**
 * Checks a file from its first byte to its last: how it is read, which column goes where, every row.
 * Whatever is wrong with the file is in the report.
 *
 * @throws the signal's reason once it is aborted; RangeError when `given` names no known record type
 */
export async function check(source: ByteSource, options: CheckOptions): Promise<Report> {
  const { recordTypes, given = {}, reference = NO_REFERENCE, onProgress } = options;
  const { size } = source;
  const common = {
    ...(options.limits ? { limits: options.limits } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  };
  const nothing = (sheets: readonly SheetInfo[]) =>
    createReportBuilder({ ...nothingRead(source.name, given, recordTypes), reference, sheets });
  onProgress?.({ phase: 'preparing', bytesRead: 0, size, report: nothing([]).snapshot() });

  const prepared = await prepare(source, { recordTypes, given, ...common });
  if (prepared.refusal) {
    const builder = nothing(prepared.sheets);
    builder.refuse(prepared.refusal);
    return builder.finish();
  }
  options.onPrepared?.(prepared);
  const builder = createReportBuilder({ file: source.name, reference, ...prepared });
  const unimportable = prepared.issues.find(isRefusal);
  if (unimportable) {
    builder.refuse(unimportable);
    return builder.finish();
  }
  onProgress?.({ phase: 'checking', bytesRead: 0, size, report: builder.snapshot() });
  let told = 0;
  try {
    const values = options.values ?? false;
    for await (const batch of judgeRows(source, { ...prepared, reference, values, ...common })) {
      builder.add(batch);
      options.onRows?.(batch);
      if (onProgress && batch.bytesRead - told >= PROGRESS_BYTES) {
        told = batch.bytesRead;
        onProgress({ phase: 'checking', bytesRead: told, size, report: builder.snapshot() });
      }
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    builder.refuse(error.issue);
  }
  return builder.finish();
}

/** Without a column for a required field no row can be imported. */
function isRefusal({ code }: Issue): boolean {
  return code === 'required-column';
}

function nothingRead(
  file: string,
  given: PlanOptions,
  recordTypes: readonly RecordType[],
): Pick<ReportStart, 'file' | 'plan' | 'recordType'> {
  const recordType = recordTypes.find(({ name }) => name === given.recordType) ?? recordTypes[0];
  if (!recordType) throw new RangeError('There is no record type to import into.');
  return { file, plan: unreadPlan(given, recordType.name), recordType };
}
