/** Why nothing can be written to the mirror folder at present. It is tried again. */
export type MirrorProblem = 'missing' | 'diskFull' | 'notAllowed' | 'failed';

/** The folder that chats are kept in as plain files, beside the encrypted history. */
export type MirrorState =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'on';
      /** The folder's name. */
      readonly name: string;
      /** Chats that have changed and are not written yet. */
      readonly waiting: number;
      readonly problem: MirrorProblem | null;
    };
