import { browser } from 'wxt/browser';

/**
 * Closes this popup once a link in it has opened a tab, as Chrome does by itself: Firefox leaves it
 * open over that tab.
 */
export function closeAfterLink(): void {
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.target !== '_blank' || event.defaultPrevented) return;
    // Closed before its tab is there, the popup would take the click with it.
    event.preventDefault();
    void browser.tabs.create({ url: link.href }).then(() => window.close());
  });
}
