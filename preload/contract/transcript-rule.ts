import * as z from 'zod/mini';
import { boundedText } from './bounds';

/** Stands for a message's text in a template. */
export const TEXT_PLACE = '{text}';

const template = boundedText(2000).check(z.refine((text) => text.split(TEXT_PLACE).length === 2));

/**
 * How a chat becomes the one prompt of the legacy Completions endpoint: each message through its role's template
 * (`developer` as system, `tool` as user), one after the other, then `ending`, after which the model writes.
 */
export const transcriptRule = z.strictObject({
  system: template,
  user: template,
  assistant: template,
  ending: boundedText(2000),
});

/** How a chat becomes the one prompt of the legacy Completions endpoint. */
export type TranscriptRule = Readonly<z.infer<typeof transcriptRule>>;

/** A dialogue with named speakers, which instruct models go on with well. */
export const defaultTranscriptRule: TranscriptRule = {
  system: '{text}\n\n',
  user: 'User: {text}\n\n',
  assistant: 'Assistant: {text}\n\n',
  ending: 'Assistant:',
};

/** The texts alone: the prompt is what was typed. */
export const plainTranscriptRule: TranscriptRule = {
  system: '{text}\n\n',
  user: '{text}',
  assistant: '{text}',
  ending: '',
};
