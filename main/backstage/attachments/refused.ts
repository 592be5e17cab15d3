import type { AttachmentProblem } from '../../../preload/contract/attachments';
import { Failure } from '../../../preload/contract/result';

/** The failure that says why a file is not taken. */
export const refused = (reason: AttachmentProblem): Failure =>
  new Failure('attachment.refused', `The file is not taken: ${reason}`, { reason });
