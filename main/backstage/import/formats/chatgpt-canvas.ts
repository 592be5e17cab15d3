import { fencedText } from '../../export/fenced-text';
import type { SourcePart } from '../source-chat';
import { labelled, textParts } from '../source-chat';
import { listOf, recordOf, textIn, textOrNull } from '../untyped';

type Fields = Readonly<Record<string, unknown>>;

/** A document as it was written first: `type` is `document` (Markdown) or `code/python` and the like. */
const created = ({ name, type, content }: Fields): string | null => {
  const text = textOrNull(content);
  if (text === null) return null;
  const [kind, language = ''] = textIn(type).split('/');
  return labelled(textOrNull(name) ?? 'canvas', kind === 'code' ? fencedText(text, language) : text);
};

/** A change is a pattern and what stands in its place; the pattern `.*` stands for the whole document. */
const changed = (update: Fields): string => {
  const pattern = textIn(update.pattern);
  const text = fencedText(textIn(update.replacement));
  return pattern === '.*' || pattern === '' ? text : `${fencedText(pattern)}\n\n→\n\n${text}`;
};

const commented = ({ pattern, comment }: Fields): string =>
  `${fencedText(textIn(pattern))}\n\n${textIn(comment)}`;

const together = (values: unknown, read: (fields: Fields) => string): string | null => {
  const texts = listOf(values).map((value) => read(recordOf(value)));
  return texts.length === 0 ? null : labelled('canvas', texts.join('\n\n'));
};

const readCall = (to: string, call: Fields): string | null => {
  switch (to) {
    case 'canmore.create_textdoc':
      return created(call);
    case 'canmore.update_textdoc':
      return together(call.updates, changed);
    case 'canmore.comment_textdoc':
      return together(call.comments, commented);
    default:
      return null;
  }
};

/**
 * What a model wrote into a canvas, as a person reads it; null where it is none. The call is JSON in the message's text.
 * Source: the open exporter MaxITService/OneClickPrompts, `modules/chatgpt-exporter/conversation-parser.js`.
 */
export const readCanvas = (to: string, text: string): readonly SourcePart[] | null => {
  if (!to.startsWith('canmore.')) return null;
  try {
    const shown = readCall(to, recordOf(JSON.parse(text)));
    return shown === null ? null : textParts(shown);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
};
