import { z } from 'zod';

/** Types and formats of Table Schema v1 (https://specs.frictionlessdata.io/table-schema/). */
export const fieldTypeSchema = z.enum([
  'string',
  'number',
  'integer',
  'boolean',
  'date',
  'time',
  'datetime',
  'year',
  'yearmonth',
  'duration',
  'any',
  'object',
  'array',
  'geopoint',
  'geojson',
]);
export type FieldType = z.infer<typeof fieldTypeSchema>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Constraints of Table Schema v1. */
export const constraintsSchema = z.object({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  enum: z.array(scalar).optional(),
  pattern: z.string().optional(),
  minimum: z.union([z.string(), z.number()]).optional(),
  maximum: z.union([z.string(), z.number()]).optional(),
  minLength: z.int().nonnegative().optional(),
  maxLength: z.int().nonnegative().optional(),
});
export type Constraints = z.infer<typeof constraintsSchema>;

/**
 * A field of a record type: a Table Schema field plus ours. `format` carries Table Schema's formats
 * and ours for strings: `phone`, `country`, `region`, `postal-code`.
 */
export const fieldSchema = z.looseObject({
  name: z.string().min(1),
  type: fieldTypeSchema.default('string'),
  format: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  constraints: constraintsSchema.optional(),
  trueValues: z.array(z.string()).optional(),
  falseValues: z.array(z.string()).optional(),
  decimalChar: z.string().optional(),
  groupChar: z.string().optional(),
  bareNumber: z.boolean().optional(),
  /** Other labels that people give this field. */
  synonyms: z.array(z.string()).optional(),
  /** The field holds the id of a user or of a team. */
  reference: z.enum(['users', 'teams']).optional(),
  /** The field names a record of another type by one of its fields (contact → company). */
  link: z.object({ recordType: z.string(), field: z.string() }).optional(),
  /** Added by the organisation. */
  custom: z.boolean().optional(),
});
export type Field = z.infer<typeof fieldSchema>;

const fieldNames = z.union([z.string(), z.array(z.string())]);

export const foreignKeySchema = z.object({
  fields: fieldNames,
  reference: z.object({ resource: z.string(), fields: fieldNames }),
});

/** A record type: a Table Schema document plus the few properties of ours. */
export const recordTypeSchema = z.looseObject({
  name: z.string().default('record'),
  title: z.string().optional(),
  version: z.int().positive().optional(),
  fields: z.array(fieldSchema).min(1),
  missingValues: z.array(z.string()).optional(),
  primaryKey: fieldNames.optional(),
  foreignKeys: z.array(foreignKeySchema).optional(),
  /** The field by which a row finds the record that it would update. */
  matchKey: z.string().optional(),
});
export type RecordType = z.infer<typeof recordTypeSchema>;
