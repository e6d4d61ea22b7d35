import { z } from 'zod';
import { recordTypeSchema } from '../record-types/record-type.ts';

/** Every record type that a workspace can import, the built-in ones included. */
export const recordTypeListSchema = z.object({ recordTypes: z.array(recordTypeSchema) });
export type RecordTypeList = z.infer<typeof recordTypeListSchema>;
