import { Failure } from '../../preload/contract/result';

/** An event larger than this is no token: the server is broken or hostile. */
const MAX_EVENT_BYTES = 8 * 1024 * 1024;
/** Long enough to find `data: [DONE]` and a blank line when packets split them. */
const TAIL_BYTES = 16;
const BLANK_LINES = ['\n\n', '\r\n\r\n', '\r\r'];
const DONE = /(^|[\r\n])data: ?\[DONE\]/;

const endOfLastEvent = (text: string): number =>
  Math.max(
    ...BLANK_LINES.map((blank) => text.lastIndexOf(blank) + (text.includes(blank) ? blank.length : 0)),
  );

/** Watches the bytes of an event stream go by. Looks at bytes, so split characters and lines do not matter to it. */
export class EventScanner {
  /** The `[DONE]` line came. In JSON a line break is escaped, so a reply that quotes it is not taken for it. */
  sawDone = false;
  /** Something came after the last line break. */
  lineIsOpen = false;
  #tail = '';
  #eventBytes = 0;

  /** @throws Failure `api.tooLong` when one event is larger than 8 MB. */
  scan(chunk: Uint8Array): void {
    const text =
      this.#tail + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1');
    const end = endOfLastEvent(text);
    this.#eventBytes = end > 0 ? text.length - end : this.#eventBytes + chunk.byteLength;
    if (this.#eventBytes > MAX_EVENT_BYTES) throw new Failure('api.tooLong', 'one event is too large');
    this.sawDone ||= DONE.test(text);
    this.lineIsOpen = !/[\r\n]$/.test(text);
    this.#tail = text.slice(-TAIL_BYTES);
  }
}
