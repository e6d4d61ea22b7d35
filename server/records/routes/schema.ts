import { z } from '@hono/zod-openapi';
import { recordSchema as contract, type StoredRecord } from '../../../shared/contract/records.ts';
import { named } from '../../http/schema.ts';

export const tags = ['Records'];

export const recordSchema = named('Record', contract);

/** `/{recordType}/{id}` of every route of one record. */
export const recordParams = z.object({
  recordType: z.string().openapi({ example: 'contact' }),
  id: z.coerce.number().int().positive().openapi({ example: 812 }),
});

/** What the documentation shows. */
export const exampleRecord: StoredRecord = {
  id: 812,
  recordType: 'contact',
  matchKey: 'eva@example.com',
  values: { last_name: 'Nowak', email: 'Eva@example.com', company: 'Acme', opt_in: true },
  links: [{ field: 'company', recordType: 'company', id: 17 }],
  source: { importId: '5f3b8c1e-8d0a-4f0e-9a55-1f4b1f0a7c11', row: 19 },
  createdAt: '2026-11-22T09:30:00.000Z',
  updatedAt: '2026-11-22T09:30:00.000Z',
};
