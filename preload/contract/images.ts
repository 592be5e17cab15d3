import * as z from 'zod/mini';
import type { AttachmentBytes } from './attachments';
import { requiredText } from './bounds';
import { request } from './request-spec';

/** The longest address of an image that is fetched, in characters. */
const LONGEST_ADDRESS = 8000;

/** Requests about images that messages name and do not hold. */
export const imageRequests = {
  /**
   * Fetches an image of another server: only where the person has asked for it, as that server then knows who reads.
   * Errors: `image.notLoaded`.
   */
  'image.load': request<AttachmentBytes>()(z.strictObject({ url: requiredText(LONGEST_ADDRESS) })),
};
