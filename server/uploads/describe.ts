import type { createRouter } from '../http/schema.ts';
import { bearer, problems } from '../http/schema.ts';
import { UPLOADS_PATH } from './tus.ts';

type Registry = ReturnType<typeof createRouter>['openAPIRegistry'];

const header = (name: string, description: string, example: string, required = true) => ({
  name,
  in: 'header' as const,
  required,
  description,
  schema: { type: 'string' as const },
  example,
});
const id = {
  name: 'id',
  in: 'path' as const,
  required: true,
  schema: { type: 'string' as const },
  example: 'upl_k3v5c2q7',
};
const version = header('Tus-Resumable', 'Version of the protocol', '1.0.0');
const common = { tags: ['Uploads'], security: bearer };

/** The tus protocol is answered by its own library, so its routes are described by hand. */
export function describeUploads(registry: Registry): void {
  registry.registerPath({
    ...common,
    method: 'post',
    path: UPLOADS_PATH,
    summary: 'Begin an upload',
    description:
      'Resumable uploads by the [tus 1.0 protocol](https://tus.io/protocols/resumable-upload). `Location` answers the address of the upload; its last part is the `uploadId` of an import.',
    parameters: [
      version,
      header('Upload-Length', 'Bytes of the file', '130000000'),
      header('Upload-Metadata', '`filename` and its base64', 'filename Y29udGFjdHMuY3N2', false),
    ],
    responses: {
      201: { description: 'Begun; `Location` is the address to send the bytes to' },
      ...problems(400, 412, 413, 429),
    },
  });
  registry.registerPath({
    ...common,
    method: 'head',
    path: `${UPLOADS_PATH}/{id}`,
    summary: 'How far an upload is',
    parameters: [id, version],
    responses: { 200: { description: '`Upload-Offset` bytes have arrived' }, ...problems(404) },
  });
  registry.registerPath({
    ...common,
    method: 'patch',
    path: `${UPLOADS_PATH}/{id}`,
    summary: 'Send bytes',
    parameters: [id, version, header('Upload-Offset', 'Where these bytes begin', '0')],
    request: {
      body: { content: { 'application/offset+octet-stream': { schema: {} } } },
    },
    responses: {
      204: { description: 'Stored; `Upload-Offset` bytes have arrived' },
      ...problems(404, 409, 412, 413),
    },
  });
  registry.registerPath({
    ...common,
    method: 'delete',
    path: `${UPLOADS_PATH}/{id}`,
    summary: 'Give up an unfinished upload',
    parameters: [id, version],
    responses: { 204: { description: 'Deleted' }, ...problems(400, 404) },
  });
}
