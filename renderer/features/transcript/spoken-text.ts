/** How far a reply was read out. */
export interface Heard {
  /** Of its Markdown, in UTF-16 code units. */
  readonly at: number;
  /** True inside of a code block: code is not read out while it is written. */
  readonly inCode: boolean;
}

/** What is read out next, and how far that goes. */
export interface Said extends Heard {
  readonly said: string;
}

/** Nothing was read out yet. */
export const nothingHeard: Heard = { at: 0, inCode: false };

/** Ends of sentences, Chinese ones too, and of lines. A figure before a full stop may be a list's number. */
const SENTENCE_END = /(?:(?<!\d)\.|[!?…])["”’)*_]*(?=\s)|[。！？；…]["”’）*_]*|\n/g;

const FENCE = /^\s*(?:`{3}|~{3})/;
const RULE = /^[\s|:*_=-]*$/;

/** A line without the marks of Markdown: a screen reader would read each of them. */
const spokenLine = (line: string): string =>
  RULE.test(line)
    ? ''
    : line
        .replace(/^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)+/, '')
        .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
        .replace(/\*\*|__|~~|`/g, '')
        .replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
        .replace(/^\s*\|\s*|\s*\|\s*$/g, '')
        .replace(/\s*\|\s*/g, ', ')
        .trim();

const endOfSentences = (text: string, from: number): number => {
  let end = from;
  SENTENCE_END.lastIndex = from;
  for (let match = SENTENCE_END.exec(text); match !== null; match = SENTENCE_END.exec(text))
    end = match.index + match[0].length;
  return end;
};

/**
 * The whole sentences of a reply that came since, without marks of Markdown; of code blocks only that there is one.
 * @param codeWords what is said in the place of a code block.
 * @param isWhole true when no more will come: then what is left over is read out too.
 */
export const nextSaid = (text: string, heard: Heard, codeWords: string, isWhole: boolean): Said => {
  const at = isWhole ? text.length : endOfSentences(text, heard.at);
  let { inCode } = heard;
  const said: string[] = [];
  for (const line of text.slice(heard.at, at).split('\n')) {
    if (FENCE.test(line)) {
      inCode = !inCode;
      if (inCode) said.push(codeWords);
    } else if (!inCode) said.push(spokenLine(line));
  }
  return { at, inCode, said: said.filter((line) => line !== '').join('\n') };
};
