import type { MessagePart, ToolCallPart } from './parts';

/** A piece of a call that is being written. `id` and `name` are absent where they are as before. */
export interface ToolCallPiece {
  /** Place among the answer's calls, from 0. */
  readonly at: number;
  readonly id?: string;
  readonly name?: string;
  readonly arguments: string;
}

/** The calls with the piece added; a piece that leaves a hole in their row is left out. */
export const withCallPiece = (
  calls: readonly ToolCallPart[],
  { at, id, name, arguments: text }: ToolCallPiece,
): readonly ToolCallPart[] => {
  if (at > calls.length) return calls;
  const before: ToolCallPart = calls[at] ?? { type: 'toolCall', id: '', name: '', arguments: '' };
  const call = {
    ...before,
    id: id ?? before.id,
    name: name ?? before.name,
    arguments: before.arguments + text,
  };
  return calls.toSpliced(at, 1, call);
};

/** What came of an answer, by its kinds. */
export interface AnswerContent {
  readonly reasoning: string;
  readonly text: string;
  readonly calls: readonly ToolCallPart[];
}

/** The parts of an answer in the order they are shown: empty ones are left out. */
export const answerParts = ({ reasoning, text, calls }: AnswerContent): readonly MessagePart[] => [
  ...(reasoning === '' ? [] : [{ type: 'reasoning' as const, text: reasoning }]),
  ...(text === '' ? [] : [{ type: 'text' as const, text }]),
  ...calls,
];

/** The calls that a message asks for. */
export const callsOf = (parts: readonly MessagePart[]): readonly ToolCallPart[] =>
  parts.filter((part) => part.type === 'toolCall');

/** What the model thought before it answered, as far as it was told. */
export const reasoningOf = (parts: readonly MessagePart[]): string =>
  parts.map((part) => (part.type === 'reasoning' ? part.text : '')).join('');
