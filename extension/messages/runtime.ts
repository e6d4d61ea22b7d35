import { browser } from 'wxt/browser';
import type { MessageName, Messages } from './messages.ts';

interface Envelope<N extends MessageName = MessageName> {
  rowcheck: N;
  request: Messages[N]['request'];
}

/** An error as it crosses to another context: JSON keeps none of it by itself. */
interface Answer<N extends MessageName = MessageName> {
  value?: Messages[N]['response'];
  error?: { name: string; message: string; stack: string | null };
}

export type MessageHandlers = {
  [N in MessageName]: (request: Messages[N]['request']) => Promise<Messages[N]['response']>;
};

/**
 * Asks the background and waits for its answer.
 *
 * @throws Error with the background's message; what was thrown there is its `cause`
 */
export async function sendMessage<N extends MessageName>(
  name: N,
  request: Messages[N]['request'],
): Promise<Messages[N]['response']> {
  const envelope: Envelope<N> = { rowcheck: name, request };
  const answer: Answer<N> | undefined = await browser.runtime.sendMessage(envelope);
  if (!answer) throw new Error('Rowcheck’s background does not answer. Reload the extension.');
  if (answer.error) {
    throw new Error(answer.error.message, { cause: Object.assign(new Error(), answer.error) });
  }
  return answer.value as Messages[N]['response'];
}

/**
 * Registers the one listener for every message. It is not async: newer versions of Chrome take any
 * promise as the answer, also that of a listener which was not meant.
 */
export function handleMessages(handlers: MessageHandlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    const handler = handlers[message.rowcheck] as (request: unknown) => Promise<unknown>;
    if (!handler) return undefined;
    handler(message.request).then(
      (value) => sendResponse({ value }),
      (error: unknown) => sendResponse({ error: serialise(error) }),
    );
    return true;
  });
}

function isEnvelope(message: unknown): message is Envelope {
  return typeof message === 'object' && message !== null && 'rowcheck' in message;
}

function serialise(error: unknown): Answer['error'] {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: null };
  return { name: error.name, message: error.message, stack: error.stack ?? null };
}
