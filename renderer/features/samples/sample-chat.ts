import type { Role } from '../../../preload/contract/history';

interface SampleMessage {
  readonly role: Exclude<Role, 'developer' | 'tool'>;
  readonly text: string;
}

/** A chat that teaches. */
export interface SampleChat {
  readonly title: string;
  readonly messages: readonly SampleMessage[];
  /** The branch that is on screen, which begins at the root like `messages`; absent: those are. */
  readonly instead?: readonly SampleMessage[];
}
