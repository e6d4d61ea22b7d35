import { z } from 'zod';

/** How a delimited text file is written. */
export const dialectSchema = z.object({
  delimiter: z.string().min(1).max(4),
  quote: z.string().length(1),
  newline: z.enum(['\n', '\r\n', '\r']),
});
export type Dialect = z.infer<typeof dialectSchema>;

/** How a column came to its field, from the surest to none at all. */
export const matchedBySchema = z.enum([
  'person',
  'remembered',
  'exact',
  'synonym',
  'close',
  'values',
  'none',
]);
export type MatchedBy = z.infer<typeof matchedBySchema>;

/** One column of the file and the field it goes to; `field: null` means that it is not imported. */
export const columnPlanSchema = z.object({
  index: z.int().nonnegative(),
  label: z.string(),
  field: z.string().nullable(),
  by: matchedBySchema,
});
export type ColumnPlan = z.infer<typeof columnPlanSchema>;

export const dateOrderSchema = z.enum(['year-first', 'day-first', 'month-first']);
export type DateOrder = z.infer<typeof dateOrderSchema>;

export const decimalMarkSchema = z.enum(['.', ',']);
export type DecimalMark = z.infer<typeof decimalMarkSchema>;

/** What a cell alone does not tell, decided once for a whole column. */
export const columnFormatSchema = z.object({
  dateOrder: dateOrderSchema.optional(),
  decimalMark: decimalMarkSchema.optional(),
});
export type ColumnFormat = z.infer<typeof columnFormatSchema>;

/** One repaired cell: the text that is judged and imported instead of the file's. */
export const editSchema = z.object({
  row: z.int().positive(),
  column: z.int().nonnegative(),
  text: z.string(),
});
export type Edit = z.infer<typeof editSchema>;

/**
 * How a file is to be read and imported. Made in the browser, stored with the import, and enough for
 * the server to reach the same verdict over the same bytes.
 */
export const planSchema = z.object({
  version: z.literal(1),
  recordType: z.string().min(1),
  format: z.enum(['csv', 'xlsx', 'ods']),
  /** WHATWG encoding label; null for workbooks. */
  encoding: z.string().nullable(),
  /** null for workbooks. */
  dialect: dialectSchema.nullable(),
  /** The sheet's name; null for delimited text. */
  sheet: z.string().nullable(),
  /** Row number of the header; null when the file has none. */
  headerRow: z.int().positive().nullable(),
  columns: z.array(columnPlanSchema).max(16_384),
  /** Per field name. */
  formats: z.record(z.string(), columnFormatSchema),
  /** ISO 3166-1 alpha-2 country for phone numbers and addresses of rows without one. */
  defaultCountry: z.string().length(2).nullable(),
  mode: z.enum(['create']),
  /** What happens to a row that has errors: it becomes an error record, or it is not submitted. */
  badRows: z.enum(['report', 'exclude']),
  edits: z.array(editSchema),
  excludedRows: z.array(z.int().positive()),
});
export type Plan = z.infer<typeof planSchema>;

/**
 * What a person may say beforehand; whatever is left out is found by reading the file. This is also
 * the shape of `--plan plan.json`.
 */
export const planOptionsSchema = planSchema.partial();
export type PlanOptions = z.infer<typeof planOptionsSchema>;
