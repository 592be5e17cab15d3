const NOTHING = ["default-src 'none'", "form-action 'none'", "base-uri 'none'"];

const only = (origin: string): string => `frame-ancestors ${origin}`;

/**
 * The policy of the document that draws diagrams: its own scripts, and the styles they write, without which no diagram has
 * colours. @param origin the page's, which alone may hold it.
 */
export const diagramPolicy = (origin: string): string =>
  [
    ...NOTHING,
    'sandbox allow-scripts',
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    'img-src data:',
    only(origin),
  ].join('; ');

/**
 * The policy of a preview: what it has within itself, and nothing from anywhere. It is no part of any origin, and may open,
 * submit and download nothing. @param origin the page's, which alone may hold it.
 */
export const previewPolicy = (runsScripts: boolean, origin: string): string =>
  [
    ...NOTHING,
    runsScripts ? 'sandbox allow-scripts' : 'sandbox',
    ...(runsScripts ? ["script-src 'unsafe-inline' 'unsafe-eval'"] : []),
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    'media-src data: blob:',
    only(origin),
  ].join('; ');
