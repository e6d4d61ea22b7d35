import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { allow } from '../http/authenticate.ts';
import type { AppEnv } from '../http/context.ts';
import { answer } from '../http/failure.ts';
import { ApiProblem } from '../http/problem.ts';
import { createRouter } from '../http/schema.ts';
import { describeUploads } from './describe.ts';
import type { UploadService } from './service.ts';
import {
  createTus,
  fileTooLarge,
  problemOfTus,
  tooManyUploads,
  UPLOADS_PATH,
  unknownUpload,
} from './tus.ts';

const METHODS = ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'];
const lengthSchema = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** `/v1/uploads`: resumable uploads by the tus protocol, each visible in its workspace only. */
export function createUploadRoutes(deps: {
  uploads: UploadService;
  limits: { fileSize: number; openUploads: number };
}) {
  const { uploads, limits } = deps;
  const tus = createTus({ uploads, fileSize: limits.fileSize });
  const router = createRouter();
  describeUploads(router.openAPIRegistry);

  const handle = async (c: Context<AppEnv>, uploadId: string | null): Promise<Response> => {
    const access = c.get('access');
    const { method } = c.req;
    if (!METHODS.includes(method)) {
      throw new ApiProblem(405, 'method-not-allowed', 'Uploads follow the tus 1.0 protocol.', {
        headers: { Allow: METHODS.join(', ') },
      });
    }
    if (uploadId !== null && !(await uploads.find(access.workspaceId, uploadId))) {
      throw unknownUpload();
    }
    if (method === 'POST') {
      checkLength(c.req.header('upload-length'), limits.fileSize);
      // Some that begin at the same instant may pass together: it bounds the disk, not the count.
      if ((await uploads.countOpen(access.workspaceId)) >= limits.openUploads) {
        throw tooManyUploads(limits.openUploads);
      }
    }
    const response = await tus.handle(c.req.raw, access);
    if (response.status >= 400) return refusal(c, response);
    if (method === 'DELETE' && uploadId !== null) {
      await uploads.remove(access.workspaceId, uploadId);
    }
    return response;
  };

  router.use(UPLOADS_PATH, allow('importer'));
  router.use(`${UPLOADS_PATH}/:id`, allow('importer'));
  router.all(UPLOADS_PATH, (c) => handle(c, null));
  router.all(`${UPLOADS_PATH}/:id`, (c) => handle(c, c.req.param('id')));
  return router;
}

/** The size is said beforehand, so that a file that is too large is refused before it is sent. */
function checkLength(header: string | undefined, limit: number): void {
  const length = lengthSchema.safeParse(header);
  if (!length.success) {
    throw new ApiProblem(
      400,
      'upload-length',
      'Say in the header Upload-Length how many bytes the file has.',
    );
  }
  if (length.data > limit) throw fileTooLarge(length.data, limit);
}

/** The protocol's headers stay; the text becomes the one error shape. */
function refusal(c: Context<AppEnv>, response: Response): Response {
  const answered = answer(c, problemOfTus(response.status));
  for (const [name, value] of response.headers) {
    if (/^(tus|upload)-/i.test(name) || name.toLowerCase() === 'connection') {
      answered.headers.set(name, value);
    }
  }
  return answered;
}
