import { z } from 'zod';
import { planSchema } from '../plan/plan.ts';

/** Statuses of an import; they only ever move forward. */
export const importStatusSchema = z.enum([
  'Uploaded',
  'Processing',
  'PostProcessing',
  'Completed',
  'Failed',
]);
export type ImportStatus = z.infer<typeof importStatusSchema>;

export const outcomeSchema = z.enum(['success', 'partial', 'failed']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Total Records, Successes, Errors: `total` is always `successes + errors`. */
export const resultsSchema = z.object({
  total: z.int().nonnegative(),
  successes: z.int().nonnegative(),
  errors: z.int().nonnegative(),
});
export type Results = z.infer<typeof resultsSchema>;

/** How many source rows are in each bucket; they add up to the rows of the file below the header. */
export const ledgerSchema = z.object({
  created: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  error: z.int().nonnegative(),
  excluded: z.int().nonnegative(),
  blank: z.int().nonnegative(),
});
export type Ledger = z.infer<typeof ledgerSchema>;

/** A cause as the server reports it: with its words, so that any client can show it. */
export const importCauseSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  field: z.string().optional(),
  label: z.string().optional(),
  column: z.int().nonnegative().optional(),
  value: z.string().optional(),
  count: z.int().positive(),
  /** What is wrong, in a few words: "Team does not exist". */
  title: z.string(),
  /** One sentence with the place and the value. */
  message: z.string(),
  /** How to put it right. */
  fix: z.string(),
});
export type ImportCause = z.infer<typeof importCauseSchema>;

/** What the check said before the submit. */
export const predictionSchema = z.object({
  ready: z.int().nonnegative(),
  error: z.int().nonnegative(),
  digest: z.string(),
});
export type Prediction = z.infer<typeof predictionSchema>;

export const reasonSchema = z.object({
  /** An issue code, `cancelled`, or `internal`. */
  code: z.string(),
  /** A sentence that a person understands. */
  message: z.string(),
});

export const importSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  /** Bytes. */
  fileSize: z.int().nonnegative(),
  recordType: z.string(),
  status: importStatusSchema,
  /** Set once the status is terminal. */
  outcome: outcomeSchema.nullable(),
  /** Set once the status is terminal. */
  results: resultsSchema.nullable(),
  ledger: ledgerSchema.nullable(),
  /** Rows done so far, and of how many as far as that is known. */
  progress: z.object({ rows: z.int().nonnegative(), total: z.int().nonnegative().nullable() }),
  /** Why the import failed. */
  reason: reasonSchema.nullable(),
  /** From the most rows to the fewest; empty until the status is terminal. */
  causes: z.array(importCauseSchema),
  prediction: predictionSchema.extend({ held: z.boolean().nullable() }).nullable(),
  /** Name of the token that submitted it. */
  createdBy: z.string(),
  /** ISO 8601 times, UTC. */
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Grows with every change in the workspace; a watcher continues from the last one it saw. */
  revision: z.int().nonnegative(),
});
export type Import = z.infer<typeof importSchema>;

export const createImportSchema = z.object({
  uploadId: z.string().min(1),
  fileName: z.string().min(1).max(255),
  plan: planSchema,
  prediction: predictionSchema.nullable(),
});
export type CreateImport = z.infer<typeof createImportSchema>;

export const importListSchema = z.object({
  imports: z.array(importSchema),
  /** Pass as `before` for the next page. */
  next: z.string().nullable(),
});
export type ImportList = z.infer<typeof importListSchema>;

/** One issue of an error record, with its words. */
export const recordIssueSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  column: z.int().nonnegative().optional(),
  label: z.string().optional(),
  field: z.string().optional(),
  value: z.string().optional(),
  message: z.string(),
  suggestion: z.string().optional(),
});
export type RecordIssue = z.infer<typeof recordIssueSchema>;

/** A row that failed, with its original cells. */
export const errorRecordSchema = z.object({
  row: z.int().positive(),
  cells: z.array(z.string()),
  issues: z.array(recordIssueSchema),
});
export type ErrorRecord = z.infer<typeof errorRecordSchema>;

export const errorPageSchema = z.object({
  /** Labels of the file's columns, in their order. */
  labels: z.array(z.string()),
  records: z.array(errorRecordSchema),
  /** Error records of the import (and cause, where one was asked for) in all. */
  total: z.int().nonnegative(),
  /** Pass as `after` for the next page; null at the end. */
  next: z.int().positive().nullable(),
});
export type ErrorPage = z.infer<typeof errorPageSchema>;
