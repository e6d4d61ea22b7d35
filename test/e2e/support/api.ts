import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
  errorPageSchema,
  type Import,
  importListSchema,
  importSchema,
} from '../../../shared/contract/imports.ts';
import type { Plan } from '../../../shared/plan/plan.ts';

/** The server as a script sees it. */
export function apiOf(server: { origin: string; token: string }) {
  const send = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, server.origin), {
      ...init,
      headers: { authorization: `Bearer ${server.token}`, ...init.headers },
    });
  const get = async <T>(schema: z.ZodType<T>, path: string): Promise<T> =>
    schema.parse(await (await send(path)).json());

  return {
    send,
    imports: async (): Promise<Import[]> => (await get(importListSchema, '/v1/imports')).imports,
    import: (id: string) => get(importSchema, `/v1/imports/${id}`),
    errors: (id: string) => get(errorPageSchema, `/v1/imports/${id}/errors?limit=500`),

    /** Announces an upload by tus; the answer is a refusal or names the upload. */
    announce: (name: string, size: number) =>
      send('/v1/uploads', {
        method: 'POST',
        headers: {
          'tus-resumable': '1.0.0',
          'upload-length': String(size),
          'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
        },
      }),

    /** Uploads bytes by tus, whole, and answers the upload's id. */
    async upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
      const created = await this.announce(name, bytes.length);
      const location = created.headers.get('location');
      if (created.status !== 201 || !location) throw new Error(await created.text());
      if (bytes.length > 0) {
        const sent = await send(location, {
          method: 'PATCH',
          headers: {
            'tus-resumable': '1.0.0',
            'upload-offset': '0',
            'content-type': 'application/offset+octet-stream',
          },
          body: bytes,
        });
        if (sent.status !== 204) throw new Error(await sent.text());
      }
      return location.split('/').at(-1) ?? '';
    },

    create: (uploadId: string, fileName: string, plan: Plan) =>
      send('/v1/imports', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
        body: JSON.stringify({ uploadId, fileName, plan, prediction: null }),
      }),
  };
}
