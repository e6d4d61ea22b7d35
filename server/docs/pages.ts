import { VERSION } from '../version.ts';

/** What a person sees who opens the server's address in a browser. */
export const HOME_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rowcheck server</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; }
code { font-family: ui-monospace, monospace; }
a { color: LinkText; }
</style>
</head>
<body>
<main>
<h1>This is a Rowcheck server</h1>
<p>It takes spreadsheets that were checked with the Rowcheck extension, imports them, and says when
they have landed and what went wrong.</p>
<p>To connect, open the extension’s options, enter this page’s address and the token that your
administrator gave you.</p>
<ul>
<li><a href="/docs">How to call it</a></li>
<li><a href="/openapi.json">OpenAPI document</a></li>
<li><a href="/ready">Is it ready?</a></li>
</ul>
<p>Version ${VERSION}</p>
</main>
</body>
</html>
`;

export const DOCS_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Rowcheck API</title>
<link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

/** `validatorUrl: null` keeps Swagger UI from sending the document to a validator elsewhere. */
export const START_SCRIPT = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  tryItOutEnabled: false,
  validatorUrl: null,
});
`;
