import type { Message } from '../../preload/contract/history';
import { Failure } from '../../preload/contract/result';
import { DeltaBatch } from './delta-batch';
import type { TurnEnd } from './finished-answer';
import { LiveAnswer } from './live-answer';
import type { TurnEvents, TurnInput, TurnServices } from './turn-runner';
import { runTurn } from './turn-runner';
import { UnsavedAnswers } from './unsaved-answers';

/** What `Turns` tells beside what a turn tells itself. */
export interface TurnsEvents extends TurnEvents {
  readonly started: (chatId: string) => void;
  readonly ended: (chatId: string) => void;
}

/** What `Turns` needs. */
export interface TurnsServices extends TurnServices {
  readonly events: TurnsEvents;
}

interface RunningEntry {
  readonly chatId: string;
  readonly answers: readonly LiveAnswer[];
  readonly controller: AbortController;
  readonly finished: Promise<void>;
}

/**
 * All requests that are running: those of one turn per chat, which are several where answers are compared. They go on
 * whatever the page does.
 */
export class Turns {
  readonly #claimed = new Set<string>();
  readonly #running = new Set<RunningEntry>();
  readonly #unsaved: UnsavedAnswers;
  readonly #batch: DeltaBatch;
  readonly #services: TurnsServices;

  constructor(services: TurnsServices) {
    this.#services = services;
    const { history, events } = services;
    this.#batch = new DeltaBatch(events.delta);
    this.#unsaved = new UnsavedAnswers({ finish: history.finish, saved: events.messageChanged });
  }

  /**
   * Reserves a chat while its turn is being written down, so that quick clicks start one turn only.
   * @returns the undo, to be called when the turn has started or failed to.
   * @throws Failure `chat.busy`.
   */
  claim(chatId: string): () => void {
    if (this.#claimed.has(chatId) || this.#isBusy(chatId))
      throw new Failure('chat.busy', 'a turn is running');
    this.#claimed.add(chatId);
    return () => {
      this.#claimed.delete(chatId);
    };
  }

  /** Starts a request that was written down, beside others of its turn; what becomes of it is told by events. */
  start(input: TurnInput): void {
    const chatId = input.begun.opened.chat.id;
    const answers = input.begun.answers.map((message) => new LiveAnswer(message));
    const controller = new AbortController();
    const isFirst = !this.#isBusy(chatId);
    const turn = { ...input, answers, signal: controller.signal };
    const finished = runTurn(turn, this.#services, this.#batch).then((unsaved) => {
      for (const left of unsaved) this.#unsaved.keep(left);
      this.#running.delete(entry);
      if (!this.#isBusy(chatId)) this.#services.events.ended(chatId);
    });
    const entry: RunningEntry = { chatId, answers, controller, finished };
    this.#running.add(entry);
    if (isFirst) this.#services.events.started(chatId);
  }

  /**
   * Ends the turn of a chat, or only the request of one of its answers; the text so far is kept. Does nothing where none
   * is running.
   */
  stop(chatId: string, messageId?: string): void {
    for (const entry of this.#running) {
      const isMeant =
        messageId === undefined || entry.answers.some(({ message }) => message.id === messageId);
      if (entry.chatId === chatId && isMeant) entry.controller.abort('stopped' satisfies TurnEnd);
    }
  }

  /** Ends all turns because the app quits; resolves when their text is written, or cannot be. */
  async interruptAll(): Promise<void> {
    for (const { controller } of this.#running) controller.abort('interrupted' satisfies TurnEnd);
    await this.waitForAll();
    await this.#unsaved.save();
  }

  /** Resolves when every turn that is running now has ended. */
  async waitForAll(): Promise<void> {
    await Promise.all([...this.#running].map((entry) => entry.finished));
  }

  /** Chats in which a reply is streaming now. */
  busyChatIds(): readonly string[] {
    return [...new Set([...this.#running].map(({ chatId }) => chatId))];
  }

  /** Answers whose last write is still to come: they are not to be marked interrupted when the history is opened. */
  liveMessageIds(): readonly string[] {
    const streaming = [...this.#running].flatMap(({ answers }) => answers.map(({ message }) => message.id));
    return [...streaming, ...this.#unsaved.ids()];
  }

  /** A message as memory has it, where that is newer than what the database has; else as it is. */
  current(message: Message): Message {
    const live = this.#liveAnswer(message.id);
    if (live === undefined) return this.#unsaved.shown(message.id) ?? message;
    return { ...message, parts: live.parts };
  }

  /** Tries again to write the answers whose last write failed; for when the history is open again. */
  saveUnsaved(): Promise<void> {
    return this.#unsaved.save();
  }

  /** Answers that have ended and that only memory has. */
  unsavedMessages(): readonly Message[] {
    return this.#unsaved.messages();
  }

  #liveAnswer(messageId: string): LiveAnswer | undefined {
    const all = [...this.#running].flatMap(({ answers }) => answers);
    return all.find(({ message }) => message.id === messageId);
  }

  #isBusy(chatId: string): boolean {
    return [...this.#running].some((entry) => entry.chatId === chatId);
  }
}
