import type * as Actions from '../database/actions.ts';

/**
 * What talks to the server, fetched when a person first asks for it: the popup opens without the code
 * that reads the server's answers.
 */
const actions = (): Promise<typeof Actions> => import('../database/actions.ts');

export const submitDraft: typeof Actions.submitDraft = async (...args) =>
  (await actions()).submitDraft(...args);

export const retryUpload: typeof Actions.retryUpload = async (...args) =>
  (await actions()).retryUpload(...args);

export const cancelImport: typeof Actions.cancelImport = async (...args) =>
  (await actions()).cancelImport(...args);

export const removeImport: typeof Actions.removeImport = async (...args) =>
  (await actions()).removeImport(...args);

export const downloadErrorFile: typeof Actions.downloadErrorFile = async (...args) =>
  (await actions()).downloadErrorFile(...args);

export const markSeen: typeof Actions.markSeen = async (...args) =>
  (await actions()).markSeen(...args);
