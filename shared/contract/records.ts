import { z } from 'zod';

/** A value of a record: dates as ISO text, nothing as null. */
export const recordValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const recordValuesSchema = z.record(z.string(), recordValueSchema);
export type RecordValues = z.infer<typeof recordValuesSchema>;

/** What a row of a file, or a person's input, became. */
export const recordSchema = z.object({
  id: z.int().positive(),
  recordType: z.string(),
  /** By which an import finds the record; null when its field is empty. */
  matchKey: z.string().nullable(),
  /** By field name; fields without a value may be left out. */
  values: recordValuesSchema,
  /** Records that its fields name. */
  links: z.array(z.object({ field: z.string(), recordType: z.string(), id: z.int().positive() })),
  /** The import and the row of its file; null when it was added by hand. */
  source: z.object({ importId: z.string(), row: z.int().positive() }).nullable(),
  /** ISO 8601 times, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type StoredRecord = z.infer<typeof recordSchema>;

export const recordListSchema = z.object({
  records: z.array(recordSchema),
  /** Pass as `after` for the next page; null at the end. */
  next: z.int().positive().nullable(),
});
export type RecordList = z.infer<typeof recordListSchema>;

export const addRecordSchema = z.object({
  recordType: z.string().min(1),
  values: recordValuesSchema,
});
export type AddRecord = z.infer<typeof addRecordSchema>;

/** Fields left out keep their value; null empties one. */
export const editRecordSchema = z.object({ values: recordValuesSchema });
export type EditRecord = z.infer<typeof editRecordSchema>;

export const lookUpSchema = z.object({
  recordType: z.string().min(1),
  keys: z.array(z.string()).max(10_000),
});
export type LookUp = z.infer<typeof lookUpSchema>;

/** The keys asked for that a record has, as they were asked for. */
export const lookUpAnswerSchema = z.object({
  existing: z.array(z.object({ key: z.string(), id: z.int().positive() })),
});
export type LookUpAnswer = z.infer<typeof lookUpAnswerSchema>;
