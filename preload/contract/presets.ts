import * as z from 'zod/mini';
import { boundedText, requiredText } from './bounds';
import { generationParams } from './parameters';

/** So many presets are kept at most. */
export const MAX_PRESETS = 50;
/** Longest name of a preset, in UTF-16 code units. */
export const MAX_PRESET_NAME = 80;

/** The settings file is read whole at start: a preset takes a shorter system prompt than a chat. */
const presetParams = z.extend(generationParams, { systemPrompt: z.optional(boundedText(100_000)) });

const preset = z.strictObject({ name: requiredText(MAX_PRESET_NAME), params: presetParams });

/** Generation settings kept under a name. */
export type Preset = Readonly<z.infer<typeof preset>>;

/** All presets; each name stands once. */
export const presets = z.array(preset).check(
  z.maxLength(MAX_PRESETS),
  z.refine((list) => new Set(list.map(({ name }) => name)).size === list.length),
);
