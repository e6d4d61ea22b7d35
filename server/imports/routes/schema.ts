import { z } from '@hono/zod-openapi';
import { importSchema as importContract } from '../../../shared/contract/imports.ts';
import { named } from '../../http/schema.ts';

export const tags = ['Imports'];

export const importSchema = named('Import', importContract);

/** `/{id}` of every route of one import. */
export const importParams = z.object({
  id: z.string().openapi({ example: '5f3b8c1e-8d0a-4f0e-9a55-1f4b1f0a7c11' }),
});
