import type { Message } from '../../preload/contract/history';
import { toAppError } from '../../preload/contract/result';
import type { FinishedAnswer } from '../backstage/protocol-answers';

/** An answer whose last write failed: what is to be written, and the message as the page shows it meanwhile. */
export interface UnsavedAnswer {
  readonly answer: FinishedAnswer;
  readonly shown: Message;
}

/** How an answer is written, and who is told when it was. */
export interface UnsavedServices {
  readonly finish: (answer: FinishedAnswer) => Promise<Message>;
  readonly saved: (message: Message) => void;
}

/** A full disk is emptied by a person: no need to ask more often. */
const RETRY_MS = 3000;

/** Answers that only memory has. They are tried again until they are written: a full disk costs no text. */
export class UnsavedAnswers {
  readonly #answers = new Map<string, UnsavedAnswer>();
  readonly #services: UnsavedServices;
  readonly #retryMs: number;
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> | undefined;

  constructor(services: UnsavedServices, retryMs = RETRY_MS) {
    this.#services = services;
    this.#retryMs = retryMs;
  }

  /** Takes an answer in, to be written as soon as that works. */
  keep(unsaved: UnsavedAnswer): void {
    this.#answers.set(unsaved.answer.messageId, unsaved);
    this.#schedule();
  }

  ids(): readonly string[] {
    return [...this.#answers.keys()];
  }

  /** What they would have been. */
  messages(): readonly Message[] {
    return [...this.#answers.values()].map(({ shown }) => shown);
  }

  /** The message as it is to be shown; null when its answer is not waiting here. */
  shown(messageId: string): Message | null {
    return this.#answers.get(messageId)?.shown ?? null;
  }

  /** Tries to write them all now. Never rejects: what fails stays. */
  save(): Promise<void> {
    this.#saving ??= this.#saveAll().finally(() => {
      this.#saving = undefined;
      this.#schedule();
    });
    return this.#saving;
  }

  async #saveAll(): Promise<void> {
    for (const { answer } of [...this.#answers.values()]) {
      try {
        this.#services.saved(await this.#services.finish(answer));
      } catch (thrown) {
        // Its chat is gone for good: there is nowhere to write it.
        if (toAppError(thrown).code !== 'history.notFound') return;
      }
      this.#answers.delete(answer.messageId);
    }
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#answers.size === 0) return;
    this.#timer = setTimeout(() => void this.save(), this.#retryMs);
    this.#timer.unref();
  }
}
