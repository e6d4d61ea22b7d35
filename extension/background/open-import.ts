import { browser } from 'wxt/browser';
import { setSeen } from '../database/imports.ts';
import { hrefOf } from '../pages/route.ts';

/** Shows an import in a page that is already open, or else in a new tab. */
export async function openImport(importId: string): Promise<void> {
  const page = browser.runtime.getURL('/workbench.html');
  const url = `${page}${hrefOf({ view: 'import', id: importId })}`;
  const tabs = await browser.tabs.query({});
  // Without the permission for tabs an extension sees the addresses of its own pages only.
  const open = tabs.find((tab) => tab.url?.startsWith(page));
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { url, active: true });
    await browser.windows.update(open.windowId, { focused: true });
  } else {
    await browser.tabs.create({ url });
  }
  await setSeen(importId);
}
