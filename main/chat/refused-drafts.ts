import { toAppError } from '../../preload/contract/result';

/** What was typed in one place of a chat; null: of the chat that does not exist yet. */
export interface RefusedDraft {
  readonly chatId: string | null;
  readonly messageId?: string;
  readonly callId?: string;
  /** Null: nothing was changed. */
  readonly text: string | null;
}

const placeOf = ({ chatId, messageId, callId }: RefusedDraft): string =>
  [chatId, messageId, callId].join(' ');

/** The chat that does not exist yet, in the small window. */
export const QUICK_PLACE = { chatId: null, callId: 'quick' } as const;

type Write = () => Promise<null>;

/** What was typed and the history did not take, or cannot take yet. The page, which has it too, saves it as soon as that goes. */
export class RefusedDrafts {
  readonly #drafts = new Map<string, { readonly draft: RefusedDraft; readonly write: Write }>();

  /** Saves what was typed, and remembers it where that fails. Errors: those of `write`. */
  async save(draft: RefusedDraft, write: Write): Promise<null> {
    const place = placeOf(draft);
    try {
      await write();
      this.#drafts.delete(place);
      return null;
    } catch (thrown) {
      // Its chat is gone for good: there is nowhere to write it.
      if (toAppError(thrown).code === 'history.notFound') this.#drafts.delete(place);
      else this.#drafts.set(place, { draft, write });
      throw thrown;
    }
  }

  /**
   * Remembers what is typed where the draft before it could not be read yet.
   * @param append puts it below that draft. The page does so itself once it can read it, and then saves both.
   */
  note(draft: RefusedDraft & { readonly text: string }, append: Write): void {
    if (draft.text === '') this.#drafts.delete(placeOf(draft));
    else this.#drafts.set(placeOf(draft), { draft, write: append });
  }

  /** What is remembered of a place; empty: nothing. */
  textOf(place: Pick<RefusedDraft, 'chatId' | 'callId'>): string {
    return this.#drafts.get(placeOf({ ...place, text: null }))?.draft.text ?? '';
  }

  /** Tries to save them all now. Never rejects: what fails stays. */
  async saveAgain(): Promise<void> {
    for (const [place, refused] of [...this.#drafts]) {
      // While the one before was saved, the page may have saved what was typed here since.
      if (this.#drafts.get(place) !== refused) continue;
      await this.save(refused.draft, refused.write).catch(() => undefined);
    }
  }

  /** Those that hold a text. */
  all(): readonly (RefusedDraft & { readonly text: string })[] {
    return [...this.#drafts.values()].flatMap(({ draft }) =>
      draft.text === null || draft.text.trim() === '' ? [] : [{ ...draft, text: draft.text }],
    );
  }
}
