import { createParser } from 'eventsource-parser';
import { Failure } from '../../preload/contract/result';
import { fieldOf } from './unknown-value';

/** UTF-16 code units. An event larger than this is no token: the server is broken or hostile. */
const MAX_EVENT_LENGTH = 8 * 1024 * 1024;

/** What a server names `error` is one, whatever its JSON looks like, and also where that says nothing. */
const asError = (data: unknown): unknown => ({ error: fieldOf(data, 'error') || data || {} });

/**
 * Makes the events of a stream out of its bytes, all of one packet in one go: the SDK's own decoder goes through four
 * asynchronous generators for each event, so that 20,000 that come at once kept main busy three times as long.
 */
export class EventDecoder {
  /** The server said `[DONE]`; what came after it was passed over. */
  sawDone = false;
  readonly #text = new TextDecoder();
  readonly #parser;

  /** @param onEvent is given each event's JSON; what it throws, `take` throws. */
  constructor(onEvent: (event: unknown) => void) {
    this.#parser = createParser({
      onEvent: ({ event: name, data }) => {
        // Some servers send blank events as signs of life.
        if (this.sawDone || data.trim() === '') return;
        if (data.startsWith('[DONE]')) this.sawDone = true;
        else onEvent(name === 'error' ? asError(JSON.parse(data)) : JSON.parse(data));
      },
      onError: ({ type }) => {
        if (type === 'max-buffer-size-exceeded') throw new Failure('api.tooLong', 'one event is too large');
      },
      maxBufferSize: MAX_EVENT_LENGTH,
    });
  }

  /**
   * Takes the next bytes, which may end anywhere.
   * @throws Failure `api.tooLong` for an event over 8 million characters, SyntaxError for one that is no JSON.
   */
  take(bytes: Uint8Array): void {
    this.#parser.feed(this.#text.decode(bytes, { stream: true }));
  }

  /**
   * The bytes have ended; a last event may lack its blank line.
   * @returns whether half an event was left over, which is a cut and not a server that writes broken JSON.
   */
  end(): boolean {
    try {
      this.#parser.feed(`${this.#text.decode()}\n\n`);
      return false;
    } catch (thrown) {
      if (thrown instanceof SyntaxError) return true;
      throw thrown;
    }
  }
}
