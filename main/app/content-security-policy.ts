import { FRAME_SCHEME } from '../../preload/contract/frames';

/**
 * Sent as a header with every answer of `app://`. The page loads its own files and shows images it was handed as data;
 * it connects to nothing, holds no frames but the isolated ones and posts to nowhere. No inline script or style: React and the accessible
 * primitives set styles through the CSSOM, which needs no allowance.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  `frame-src ${FRAME_SCHEME}:`,
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');
