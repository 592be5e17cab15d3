import * as z from 'zod/mini';
import { request } from './request-spec';
import type { UpdateState } from './updates';

const nothing = z.strictObject({});

/** Requests about new versions. What goes on is told by `update.changed`. */
export const updateRequests = {
  'update.state': request<UpdateState>()(nothing),
  /** Asks whether there is a newer version. */
  'update.check': request<UpdateState>()(nothing),
  'update.download': request<UpdateState>()(nothing),
  /** Ends the download, if there is one. */
  'update.cancel': request<UpdateState>()(nothing),
  /** Makes a snapshot of the history, installs what was downloaded and starts the app anew. */
  'update.install': request<UpdateState>()(nothing),
} as const;
