import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import type { Access } from '../http/context.ts';
import { ApiProblem } from '../http/problem.ts';
import { newId } from '../store/ids.ts';
import type { UploadService } from './service.ts';

export const UPLOADS_PATH = '/v1/uploads';

/**
 * The tus 1.0 protocol (https://tus.io/protocols/resumable-upload) over files in the uploads' folder.
 * Whose an upload is, is decided before a request gets here.
 */
export function createTus(deps: { uploads: UploadService; fileSize: number }) {
  const { uploads, fileSize } = deps;
  // The hooks are given the very request that `handle` was called with.
  const accesses = new WeakMap<object, Access>();
  const accessOf = (request: object): Access => {
    const access = accesses.get(request);
    if (!access) throw new Error('An upload without a workspace');
    return access;
  };

  const server = new Server({
    path: UPLOADS_PATH,
    datastore: new FileStore({ directory: uploads.folder }),
    maxSize: fileSize,
    // Whoever asks knows by which name and scheme the server is reached, behind any proxy.
    relativeLocation: true,
    allowedOrigins: () => false,
    disableTerminationForFinishedUploads: true,
    namingFunction: () => newId('upl'),
    async onUploadCreate(request, upload) {
      await uploads.add(accessOf(request).workspaceId, {
        id: upload.id,
        fileName: cleanName(upload.metadata?.filename ?? upload.metadata?.name ?? null),
        size: upload.size ?? 0,
      });
      return {};
    },
    async onUploadFinish(_request, upload) {
      await uploads.complete(upload.id);
      return {};
    },
  });

  return {
    async handle(request: Request, access: Access): Promise<Response> {
      accesses.set(request, access);
      return server.handleWeb(request);
    },
  };
}

/** The last part of a name, without control characters: it is shown, never used as a path. */
function cleanName(given: string | null): string {
  const last = (given ?? '').split(/[\\/]/).at(-1) ?? '';
  const clean = [...last].filter((character) => character >= ' ' && character !== '\u007f');
  return clean.join('').trim().slice(0, 255) || 'upload';
}

/** What the protocol library refused, in our words. */
export function problemOfTus(status: number): ApiProblem {
  if (status === 404 || status === 410) return unknownUpload();
  if (status === 409) {
    return new ApiProblem(
      409,
      'upload-offset',
      'The upload goes on at another place. Ask with HEAD how far it is and continue from there.',
    );
  }
  if (status === 412) {
    return new ApiProblem(412, 'tus-version', 'Send the header "Tus-Resumable: 1.0.0".');
  }
  if (status === 413) {
    return new ApiProblem(413, 'upload-too-long', 'More bytes came than the upload announced.');
  }
  if (status >= 500) {
    return new ApiProblem(500, 'internal', 'The upload could not be stored. Try again.');
  }
  return new ApiProblem(
    status,
    'upload-protocol',
    'The request does not follow the tus 1.0 protocol. Its headers say how long the upload is and where it goes on.',
  );
}

export function unknownUpload(): ApiProblem {
  return new ApiProblem(
    404,
    'unknown-upload',
    'There is no such upload. It may have expired; start it again.',
  );
}

/** @param size bytes as announced */
export function fileTooLarge(size: number, limit: number): ApiProblem {
  return new ApiProblem(
    413,
    'file-too-large',
    `The file has ${megabytes(size)} MB; this server takes up to ${megabytes(limit)} MB. Split the file, or ask whoever runs the server for more.`,
  );
}

/** @param limit uploads without an import that a workspace may have */
export function tooManyUploads(limit: number): ApiProblem {
  return new ApiProblem(
    429,
    'too-many-uploads',
    `${limit} uploads of this workspace were never submitted. Submit one of them or wait until they expire, then upload this file; or ask whoever runs the server for more.`,
    { headers: { 'Retry-After': '30' } },
  );
}

function megabytes(bytes: number): string {
  const value = bytes / 1024 / 1024;
  return value.toFixed(value < 10 ? 1 : 0);
}
