import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/**
 * Where the server may live is the person's choice, so every origin is optional and exactly one is
 * asked for when connecting.
 */
export default defineConfig({
  srcDir: 'extension',
  publicDir: 'extension/public',
  imports: false,
  manifestVersion: 3,
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    name: 'Rowcheck',
    description: 'Check a spreadsheet before you import it, submit it, and be told when it lands.',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'notifications'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(browser === 'firefox'
      ? {
          // Firefox's own policy would turn http into https, and a server on this computer has none.
          content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
          browser_specific_settings: {
            gecko: {
              id: 'rowcheck@rowcheck.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
