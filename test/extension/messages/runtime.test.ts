import { beforeEach, describe, expect, it, vi } from 'vitest';
import { installFakeBrowser } from '../browser.ts';

type Listener = (
  message: unknown,
  sender: { id: string },
  answer: (value: unknown) => void,
) => unknown;

installFakeBrowser();
const { browser } = await import('wxt/browser');
const { handleMessages, sendMessage } = await import('../../../extension/messages/runtime.ts');

const handlers = {
  wake: vi.fn(async () => null),
  'cancel-import': vi.fn(async () => null),
  'refresh-reference': vi.fn(async () => null),
};

/** Lets what is sent arrive at the listener as a browser does: as JSON. */
function connect(sender: string): Listener {
  let listener: Listener | null = null;
  browser.runtime.onMessage.addListener = (added: unknown) => {
    listener = added as Listener;
  };
  handleMessages(handlers);
  if (!listener) throw new Error('no listener was registered');
  const registered: Listener = listener;
  browser.runtime.sendMessage = ((message: unknown) =>
    new Promise<unknown>((resolve) => {
      const copy = JSON.parse(JSON.stringify(message));
      const later = registered(copy, { id: sender }, (value) =>
        resolve(JSON.parse(JSON.stringify(value))),
      );
      if (later !== true) resolve(undefined);
    })) as typeof browser.runtime.sendMessage;
  return registered;
}

beforeEach(() => {
  connect('rowcheck');
});

describe('messages', () => {
  it('reach their handler and bring the answer back', async () => {
    await sendMessage('cancel-import', { importId: 'a' });
    expect(handlers['cancel-import']).toHaveBeenCalledWith({ importId: 'a' });
  });

  it('bring an error back with its words, and what was thrown as its cause', async () => {
    handlers.wake.mockRejectedValueOnce(new TypeError('It did not work.'));
    const error = await sendMessage('wake', null).catch((error: unknown) => error);
    expect(error).toMatchObject({ message: 'It did not work.', cause: { name: 'TypeError' } });
  });

  it('of strangers are not answered', async () => {
    connect('another extension');
    await expect(sendMessage('wake', null)).rejects.toThrow('does not answer');
  });

  it('that are not ours leave the answer to others', () => {
    expect(connect('rowcheck')({ hello: 1 }, { id: 'rowcheck' }, () => {})).toBeUndefined();
  });
});
