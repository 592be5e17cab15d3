import * as z from 'zod/mini';
import { boundedText, requiredText, uuid } from './bounds';
import { request } from './request-spec';

/** The scheme of the isolated frames: another site than the page's, so another process. */
export const FRAME_SCHEME = 'frame';

/** The document that draws diagrams. It is the app's own, but what it draws is not. */
export const DIAGRAM_FRAME = `${FRAME_SCHEME}://diagrams/diagrams/index.html`;

/** Longest page that is shown as a preview, in UTF-16 code units. */
export const MAX_PREVIEW = 2_000_000;

/** Largest picture that is saved, in bytes. */
const MAX_IMAGE_BYTES = 64_000_000;

/** The requests of previews and drawings. */
export const frameRequests = {
  /** Makes a page out of code, which an isolated frame can show until it is closed. */
  'preview.open': request<{ readonly id: string; readonly url: string }>()(
    z.strictObject({ html: boundedText(MAX_PREVIEW), runsScripts: z.boolean() }),
  ),
  'preview.close': request<null>()(z.strictObject({ id: uuid })),
  /** As `app.saveText`, for a picture. */
  'app.saveImage': request<null>()(
    z.strictObject({
      name: requiredText(100),
      bytes: z.instanceof(Uint8Array).check(z.refine(({ byteLength }) => byteLength <= MAX_IMAGE_BYTES)),
    }),
  ),
} as const;
