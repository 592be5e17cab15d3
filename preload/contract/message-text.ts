import * as z from 'zod/mini';
import { boundedText } from './bounds';
import type { Role } from './history';
import type { MessagePart } from './parts';

/** Names that the API takes for who speaks. */
export const messageNamePattern = /^[a-zA-Z0-9_-]{1,64}$/;

/** Who speaks among several of the same role, as the API's `name`. */
export const messageName = z.string().check(z.regex(messageNamePattern));

/** What is typed as a name, be it one or not. */
export const MAX_TYPED_NAME = 200;

/** What is typed as a name, be it one or not. */
export const typedName = boundedText(MAX_TYPED_NAME);

const isSaid = (part: MessagePart): boolean =>
  part.type === 'text' ? part.text !== '' : part.type !== 'reasoning';

/** Whether a message says anything: servers refuse one that does not. A call's result may be empty. */
export const saysSomething = (role: Role, parts: readonly MessagePart[]): boolean =>
  role === 'tool' || parts.some(isSaid);

/** The parts with another text in the place of theirs; an empty one leaves the rest. */
export const withText = (parts: readonly MessagePart[], text: string): readonly MessagePart[] => {
  const result = parts.find((part) => part.type === 'toolResult');
  if (result) return [{ ...result, text }];
  const thoughts = parts.filter(({ type }) => type === 'reasoning');
  const rest = parts.filter(({ type }) => type !== 'reasoning' && type !== 'text');
  return [...thoughts, ...(text === '' ? [] : [{ type: 'text' as const, text }]), ...rest];
};
