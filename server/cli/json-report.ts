import type { CheckedFile } from './check-file.ts';
import type { Output } from './output.ts';

/** Prints one file as one JSON object on one line. */
export async function writeJson(out: Output, checked: CheckedFile): Promise<void> {
  const { path, report, failure, issues } = checked;
  const plan = report?.plan;
  const rows = report?.rows ?? { total: 0, ready: 0, error: 0, blank: 0, excluded: 0 };
  const head = {
    file: path,
    format: plan?.format ?? null,
    encoding: plan?.encoding ?? null,
    delimiter: plan?.dialect?.delimiter ?? null,
    sheet: plan?.sheet ?? null,
    headerRow: plan?.headerRow ?? null,
    recordType: plan?.recordType ?? null,
    columns: (plan?.columns ?? []).map(({ index, label, field }) => ({ index, label, field })),
    rows: {
      total: rows.total,
      ready: rows.ready,
      error: rows.error,
      blank: rows.blank,
      // Only where a plan takes rows out; the four above add up without it.
      ...(rows.excluded > 0 ? { excluded: rows.excluded } : {}),
    },
    evidence: report?.evidence ?? [],
  };
  const counts = failure ? { [failure.code]: 1 } : (report?.issueCounts ?? {});
  const tail = { issueCounts: counts, digest: failure ? null : (report?.digest ?? null) };

  // The list of issues may be longer than memory, so the object is written around it.
  await out.write(`${JSON.stringify(head).slice(0, -1)},"issues":[`);
  if (failure) await out.write(JSON.stringify({ ...failure, fix: undefined }));
  else for await (const text of issues.read()) await out.write(text);
  await out.write(`],${JSON.stringify(tail).slice(1)}\n`);
}
