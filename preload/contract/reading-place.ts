import * as z from 'zod/mini';
import { integerBetween, uuid } from './bounds';

/** Where a chat is read when that is not its end. */
export const readingPlace = z.strictObject({
  /** The first message in view. */
  messageId: uuid,
  /** How far its top is below the top of the view, in CSS pixels; less than 0 when its beginning is out of view. */
  offset: integerBetween(-10_000_000, 10_000_000),
});

/** Where a chat is read when that is not its end. */
export type ReadingPlace = Readonly<z.infer<typeof readingPlace>>;
