/** Emphasis that is open: its marks, and where its content begins. */
interface Open {
  readonly mark: string;
  readonly from: number;
}

const isSpace = (char: string | undefined): boolean => char === undefined || /\s/.test(char);
const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

/** Reads one paragraph that still grows and notes what is open at its end. */
class InlineReader {
  private at = 0;
  private readonly open: Open[] = [];
  private bracket: number | null = null;
  private half = false;

  constructor(private readonly text: string) {}

  /** The text, ended as its writer most likely will. */
  mend(): string {
    while (this.at < this.text.length) {
      const ended = this.step(this.text[this.at] ?? '');
      if (ended !== null) return this.close(ended);
    }
    if (this.bracket !== null) return this.close(this.withoutBracket(this.bracket));
    return this.close(this.text);
  }

  /** Reads one mark or letter; a text where what is open must not be read as Markdown any more. */
  private step(char: string): string | null {
    if (char === '\\') return this.backslash();
    if (char === '`') return this.code();
    if (char === '$') return this.dollar();
    if (char === '[') this.bracket = this.at - (this.text[this.at - 1] === '!' ? 1 : 0);
    if (char === ']') return this.link();
    if (char === '*' || char === '_' || char === '~') this.emphasis(char);
    else this.at += 1;
    return null;
  }

  private backslash(): string | null {
    const next = this.text[this.at + 1];
    if (next === undefined) return this.text.slice(0, this.at);
    if (next !== '(') {
      this.at += 2;
      return null;
    }
    const end = this.text.indexOf('\\)', this.at + 2);
    if (end === -1) return this.text.slice(0, this.at);
    this.at = end + 2;
    return null;
  }

  private code(): string | null {
    const run = /^`+/.exec(this.text.slice(this.at))?.[0] ?? '`';
    const inside = this.at + run.length;
    const end = this.text.indexOf(run, inside);
    if (end !== -1) {
      this.at = end + run.length;
      return null;
    }
    const content = this.text.slice(inside).replace(/`+$/, '');
    return content.trim() === ''
      ? this.text.slice(0, this.at)
      : `${this.text.slice(0, inside)}${content}${run}`;
  }

  /** A formula that has begun is not shown before it has ended. */
  private dollar(): string | null {
    const twice = this.text[this.at + 1] === '$';
    const inside = this.at + (twice ? 2 : 1);
    const end = this.text.indexOf(twice ? '$$' : '$', inside);
    if (end !== -1 && (twice || !isSpace(this.text[inside]))) {
      this.at = end + (twice ? 2 : 1);
      return null;
    }
    const rest = this.text.slice(inside);
    if (end === -1 && (twice || rest === '' || /^[^\s\d][^\n]{0,2}$|^\S.*[\\^_{=]/s.test(rest))) {
      return this.text.slice(0, this.at);
    }
    this.at = inside;
    return null;
  }

  /** After "[text]": an address that is still written is not shown. */
  private link(): string | null {
    const start = this.bracket;
    this.bracket = null;
    const next = this.text[this.at + 1];
    if (start !== null && next === undefined) return this.withoutBracket(start, this.at);
    if (start !== null && next === '(' && !this.text.includes(')', this.at))
      return this.withoutBracket(start, this.at);
    this.at += 1;
    if (start !== null && next === '(') this.at = this.text.indexOf(')', this.at) + 1;
    return null;
  }

  /** The text without the link that begins at `start`, but with the words of it; of an image nothing is left. */
  private withoutBracket(start: number, end = this.text.length): string {
    const words = this.text.slice(start + 1, end);
    const isHidden = this.text[start] === '!' || /^(?:\^|[ xX]?$)/.test(words);
    return this.text.slice(0, start) + (isHidden ? '' : words);
  }

  private emphasis(char: string): void {
    const run = new RegExp(`^\\${char}+`).exec(this.text.slice(this.at))?.[0] ?? char;
    const before = this.text[this.at - 1];
    const after = this.text[this.at + run.length];
    this.at += run.length;
    if (char === '~' && run.length !== 2 && after !== undefined) return;
    const inWord = char === '_' && isWord(before) && isWord(after);
    const last = this.open.findLastIndex(({ mark }) => mark[0] === char);
    if (last !== -1 && !isSpace(before) && !inWord) this.closeEmphasis(last, run);
    else if ((after === undefined || !isSpace(after)) && !inWord)
      this.open.push({ mark: run, from: this.at });
  }

  private closeEmphasis(last: number, run: string): void {
    const { mark = '', from = 0 } = this.open[last] ?? {};
    // "**bold*" is on its way to "**bold**".
    this.half = run.length < mark.length && this.at === this.text.length;
    if (this.half) return;
    this.open.splice(last);
    const left = mark.length - run.length;
    if (left > 0) this.open.push({ mark: mark.slice(0, left), from });
  }

  /** `ended` without marks that nothing follows, and with marks for all that is open in it. */
  private close(ended: string): string {
    let text = (this.half ? ended.replace(/[*_~]+$/, '') : ended).trimEnd();
    for (let last = this.open.at(-1); last !== undefined; last = this.open.at(-1)) {
      if (text.slice(last.from).trim() !== '') break;
      text = text.slice(0, Math.max(0, last.from - last.mark.length)).trimEnd();
      this.open.pop();
    }
    return (
      text +
      this.open
        .map(({ mark }) => mark)
        .reverse()
        .join('')
    );
  }
}

/* The one tag that is not text. */
const HALF_LINE_BREAK = /<br?\s*\/?$/i;

/** Ends what is open in a paragraph that still grows, so that no mark is seen that will soon be formatting. */
export const mendInline = (text: string): string =>
  new InlineReader(text.replace(HALF_LINE_BREAK, '')).mend();
