/**
 * What a page can do. Every action writes to the database, where all pages see it, and tells the
 * background where something must go on after the page is closed.
 */
import { browser } from 'wxt/browser';
import { sendMessage } from '../messages/runtime.ts';
import { connectTo, disconnectFrom } from '../server-client/connect.ts';
import { errorFile } from '../server-client/error-file.ts';
import { originPattern } from '../settings/address.ts';
import { changeImport, forgetImport, queuedAgain, setSeen, takeBack } from './imports.ts';
import { clearStored } from './storage.ts';
import { type SubmitRows, submit } from './submit.ts';

export { notificationsSetting } from '../settings/settings.ts';
export { addDraft, changePlan, removeDraft } from './drafts.ts';
export { storageUse } from './storage.ts';

/** Lets the background look at the database; pages call it once when they open. */
export function wake(): Promise<null> {
  return sendMessage('wake', null);
}

/** Turns a checked draft into an import and starts its upload; answers with the import's id. */
export async function submitDraft(draftId: string, rows: SubmitRows): Promise<string> {
  const importId = await submit(draftId, rows);
  await wake();
  return importId;
}

/** Tries a failed upload again. */
export async function retryUpload(importId: string): Promise<void> {
  await changeImport(importId, (stored) =>
    stored.upload.state === 'sent'
      ? null
      : { ...stored, upload: queuedAgain(stored.upload), seen: false, announced: false },
  );
  await wake();
}

/** The person looked at how the import ended: the badge no longer counts it. */
export async function markSeen(importId: string): Promise<void> {
  if (await setSeen(importId)) await wake();
}

/** Cancels an import. One that the server does not have yet becomes a draft again. */
export async function cancelImport(importId: string): Promise<void> {
  if (await takeBack(importId)) await wake();
  else await sendMessage('cancel-import', { importId });
}

/** Forgets an import on this computer; the server keeps it. */
export async function removeImport(importId: string): Promise<void> {
  await forgetImport(importId);
  await wake();
}

/**
 * Asks the person to let Rowcheck talk to that one server. Call it in the click itself, with no
 * `await` before: browsers show the question only then.
 *
 * @throws Error (rejects) with words for the person when it is no address
 */
export function askPermission(address: string): Promise<boolean> {
  try {
    return browser.permissions.request({ origins: [originPattern(address)] });
  } catch (error) {
    return Promise.reject(error);
  }
}

/**
 * Connects to a server.
 *
 * @throws Error with words for the person; nothing has changed then
 */
export async function connect({
  address,
  token,
}: {
  address: string;
  token: string;
}): Promise<void> {
  await connectTo(address, token);
  await wake();
}

/** Forgets the server and its token. */
export async function disconnect(): Promise<void> {
  await disconnectFrom();
  await wake();
}

/** Forgets drafts and ended imports with all that belongs to them. */
export async function clearStorage(): Promise<void> {
  await clearStored();
  await wake();
}

/**
 * Saves the error file of an import among the person's downloads.
 *
 * @throws Error with words for the person
 */
export async function downloadErrorFile(importId: string): Promise<void> {
  const file = await errorFile(importId);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser has taken the bytes over once the click is through; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
