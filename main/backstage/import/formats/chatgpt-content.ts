import { fencedText } from '../../export/fenced-text';
import type { Left, SourcePart } from '../source-chat';
import { labelled, reasoningParts, textParts } from '../source-chat';
import { listOf, recordOf, textIn } from '../untyped';
import { readCanvas } from './chatgpt-canvas';

/** What a message's content came to. */
export interface ReadContent {
  readonly parts: readonly SourcePart[];
  readonly left: readonly Left[];
}

type Fields = Readonly<Record<string, unknown>>;

const read = (parts: readonly SourcePart[], left: readonly Left[] = []): ReadContent => ({ parts, left });

/** `file-service://file-AbC` and `sediment://file_0123` name a file of the export by the beginning of its name. */
const pointed = (pointer: string): string => pointer.replace(/^[a-z-]+:\/\//, '').replace(/[#?].*$/, '');

const imageIn = (part: Fields): ReadContent => {
  const ref = pointed(textIn(part.asset_pointer));
  return read([{ type: 'sourceFile', ref, name: 'image', isImage: true }]);
};

const unknown = (kind: string): ReadContent => read(textParts(`[${kind}]`), ['unknownPart']);

const multimodalPart = (part: unknown): ReadContent => {
  if (typeof part === 'string') return read(textParts(part));
  const fields = recordOf(part);
  const kind = textIn(fields.content_type);
  switch (kind) {
    case 'image_asset_pointer':
      return imageIn(fields);
    case 'audio_transcription':
      return read(textParts(textIn(fields.text)));
    case 'audio_asset_pointer':
      return read([], ['voice']);
    case 'real_time_user_audio_video_asset_pointer':
      return read([], fields.video_container_asset_pointer ? ['voice', 'video'] : ['voice']);
    case 'video_container_asset_pointer':
      return read(textParts('[video]'), ['video']);
    default:
      return unknown(kind === '' ? 'part' : kind);
  }
};

const multimodal = (content: Fields): ReadContent => {
  const each = listOf(content.parts)
    .filter((part) => part !== null)
    .map(multimodalPart);
  return read(
    each.flatMap(({ parts }) => parts),
    each.flatMap(({ left }) => left),
  );
};

const thoughts = (content: Fields): ReadContent => {
  const texts = listOf(content.thoughts).map((thought) => {
    const { summary, content: text } = recordOf(thought);
    return [textIn(summary), textIn(text)].filter((line) => line !== '').join('\n');
  });
  return read(reasoningParts(texts.filter((text) => text !== '').join('\n\n')));
};

const quoted = ({ title, url, text }: Fields): ReadContent => {
  const head = [textIn(title), textIn(url)].filter((line) => line !== '').join(' – ');
  const body = textIn(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  return read(textIn(text) === '' && head === '' ? [] : textParts(`${head}\n\n${body}`));
};

const paragraphs = (texts: readonly unknown[]): readonly SourcePart[] =>
  textParts(
    texts
      .map(textIn)
      .filter((text) => text.trim() !== '')
      .join('\n\n'),
  );

/** Custom instructions, which ChatGPT sends ahead of a chat. */
const instructions = (content: Fields): ReadContent =>
  read(paragraphs([content.user_profile, content.user_instructions, content.model_set_context]));

/** The same where they stand beside a message that says only that they are no longer there. */
const instructionsBeside = (metadata: Fields): ReadContent => {
  const { about_user_message: user, about_model_message: model } = recordOf(
    metadata.user_context_message_data,
  );
  return read(paragraphs([user, model]));
};

/** The report of a deep research of 2026 stands in the state of the panel that showed it, as JSON. */
const researchBeside = (metadata: Fields): readonly SourcePart[] => {
  const { attribution_id: id, widget_state: state } = recordOf(metadata.chatgpt_sdk);
  if (id !== 'connector_openai_deep_research' || typeof state !== 'string') return [];
  try {
    const { report_message: report } = recordOf(JSON.parse(state));
    return textParts(
      listOf(recordOf(recordOf(report).content).parts)
        .map(textIn)
        .join(''),
    );
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return [];
    throw thrown;
  }
};

const code = ({ text, language }: Fields, to: string): ReadContent => {
  const source = textIn(text);
  if (source.trim() === '') return read([]);
  const shown = textIn(language) === 'unknown' ? '' : textIn(language);
  return read(
    textParts(
      labelled(to === '' ? 'code' : to, fencedText(source, shown === '' && to === 'python' ? to : shown)),
    ),
  );
};

const output = (text: string, from: string): ReadContent =>
  read(text.trim() === '' ? [] : textParts(labelled(from, fencedText(text))));

/** Kinds that come and go: whatever of them is text is kept under the kind's name. */
const otherKind = (kind: string, content: Fields): ReadContent => {
  const text = [content.text, content.result, content.content].map(textIn).find((each) => each !== '');
  const parts = listOf(content.parts).filter((part): part is string => typeof part === 'string');
  const whole = text ?? parts.join('\n');
  if (whole !== '') return read(textParts(labelled(kind, whole)), ['unknownPart']);
  return kind === '' ? read([]) : unknown(kind);
};

const textOf = ({ text, parts }: Fields): string =>
  typeof text === 'string' ? text : listOf(parts).map(textIn).join('');

const readKind = (content: Fields, to: string, from: string): ReadContent => {
  const kind = textIn(content.content_type);
  switch (kind) {
    case 'text': {
      const text = listOf(content.parts).map(textIn).join('');
      return from === '' ? read(textParts(text)) : output(text, from);
    }
    case 'multimodal_text':
      return multimodal(content);
    case 'code':
      return code(content, to);
    case 'execution_output':
      return output(textIn(content.text), from === '' ? 'output' : from);
    case 'thoughts':
      return thoughts(content);
    case 'reasoning_recap':
      return read(reasoningParts(textIn(content.content)));
    case 'tether_quote':
      return quoted(content);
    case 'tether_browsing_display':
      return output(textIn(content.result), from === '' ? 'browser' : from);
    case 'user_editable_context':
    case 'model_editable_context':
      return instructions(content);
    case 'system_error':
      return read(textParts(labelled(textIn(content.name), textIn(content.text))));
    default:
      return otherKind(kind, content);
  }
};

/**
 * The content of a message of a ChatGPT export. OpenAI does not document the format; these kinds are those that exports
 * hold in 2023 to 2026. What ChatGPT itself never shows comes to nothing, except custom instructions, which it sends.
 * Sources of what stands in `metadata`: the open exporters MaxITService/OneClickPrompts (deep research, hidden messages)
 * and mohamed-chs/convoviz (custom instructions).
 * @param to the tool that the message is for (`python`, `browser`), or empty. @param from the tool it is from, or empty.
 */
export const readContent = (
  { content, metadata }: { readonly content: Fields; readonly metadata: Fields },
  to: string,
  from: string,
): ReadContent => {
  const research = researchBeside(metadata);
  if (research.length > 0) return read(research);
  const kind = textIn(content.content_type);
  if (metadata.is_user_system_message === true && kind === 'text') return instructionsBeside(metadata);
  if (metadata.is_visually_hidden_from_conversation === true && kind !== 'user_editable_context')
    return read([]);
  const canvas = readCanvas(to, textOf(content));
  return canvas === null ? readKind(content, to, from) : read(canvas);
};
