import { browser } from 'wxt/browser';
import { originPattern } from '../../settings/address.ts';

/** Whether the person has allowed Rowcheck to talk to that server before. */
export async function mayTalkTo(address: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(address)] });
}
