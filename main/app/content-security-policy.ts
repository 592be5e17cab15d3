/**
 * Sent as a header with every answer of `app://`. The page loads its own files and shows images it was handed as data;
 * it connects to nothing, frames nothing and posts to nowhere. No inline script or style: React and the accessible
 * primitives set styles through the CSSOM, which needs no allowance.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
