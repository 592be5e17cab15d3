import { Failure } from '../../preload/contract/result';
import type { FinishedAnswer } from '../backstage/protocol';
import type { TurnEnd } from './finished-answer';
import { LiveAnswer } from './live-answer';
import type { TurnEvents, TurnInput, TurnServices } from './turn-runner';
import { runTurn } from './turn-runner';

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
  readonly answers: readonly LiveAnswer[];
  readonly controller: AbortController;
  readonly finished: Promise<void>;
}

/** All turns that are running, at most one per chat. They go on whatever the page does. */
export class Turns {
  readonly #claimed = new Set<string>();
  readonly #running = new Map<string, RunningEntry>();
  readonly #unsaved = new Map<string, FinishedAnswer>();

  readonly #services: TurnsServices;

  constructor(services: TurnsServices) {
    this.#services = services;
  }

  /**
   * Reserves a chat while its turn is being written down, so that quick clicks start one turn only.
   * @returns the undo, to be called when the turn has started or failed to.
   * @throws Failure `chat.busy`.
   */
  claim(chatId: string): () => void {
    if (this.#claimed.has(chatId) || this.#running.has(chatId))
      throw new Failure('chat.busy', 'a turn is running');
    this.#claimed.add(chatId);
    return () => {
      this.#claimed.delete(chatId);
    };
  }

  /** Starts a turn that was written down; what becomes of it is told by events. */
  start(input: TurnInput): void {
    const chatId = input.begun.opened.chat.id;
    const answers = input.begun.answers.map((message) => new LiveAnswer(message));
    const controller = new AbortController();
    const finished = this.#run({ ...input, answers, signal: controller.signal }, chatId);
    this.#running.set(chatId, { answers, controller, finished });
    this.#services.events.started(chatId);
  }

  /** Ends the turn of a chat; its text so far is kept. Does nothing where none is running. */
  stop(chatId: string): void {
    this.#end(chatId, 'stopped');
  }

  /** Ends all turns because the app quits; resolves when their text is written. */
  async interruptAll(): Promise<void> {
    for (const chatId of this.#running.keys()) this.#end(chatId, 'interrupted');
    await this.waitForAll();
  }

  /** Resolves when every turn that is running now has ended. */
  async waitForAll(): Promise<void> {
    await Promise.all([...this.#running.values()].map((entry) => entry.finished));
  }

  /** Chats in which a reply is streaming now. */
  busyChatIds(): readonly string[] {
    return [...this.#running.keys()];
  }

  /** Answers whose last write is still to come: they are not to be marked interrupted when the history is opened. */
  liveMessageIds(): readonly string[] {
    const streaming = [...this.#running.values()].flatMap(({ answers }) =>
      answers.map(({ message }) => message.id),
    );
    return [...streaming, ...this.#unsaved.keys()];
  }

  /** All text so far of an answer that is newer in memory than in the database; null for every other message. */
  liveText(messageId: string): string | null {
    for (const { answers } of this.#running.values()) {
      const live = answers.find(({ message }) => message.id === messageId);
      if (live !== undefined) return live.text;
    }
    return this.#unsaved.get(messageId)?.text ?? null;
  }

  /** Tries again to write the answers whose last write failed; for when the history is open again. */
  async saveUnsaved(): Promise<void> {
    for (const answer of [...this.#unsaved.values()]) {
      this.#services.events.messageChanged(await this.#services.history.finish(answer));
      this.#unsaved.delete(answer.messageId);
    }
  }

  #end(chatId: string, reason: TurnEnd): void {
    this.#running.get(chatId)?.controller.abort(reason);
  }

  async #run(turn: Parameters<typeof runTurn>[0], chatId: string): Promise<void> {
    const unsaved = await runTurn(turn, this.#services);
    for (const answer of unsaved) this.#unsaved.set(answer.messageId, answer);
    this.#running.delete(chatId);
    this.#services.events.ended(chatId);
  }
}
