import { Failure } from '../../preload/contract/result';
import { fieldOf, isRecord, itemsOf, type UnknownRecord } from './unknown-value';

const asChunkChoice = (choice: unknown): unknown => {
  if (!isRecord(choice)) return choice;
  const { message, ...rest } = choice;
  return { ...rest, delta: message ?? fieldOf(choice, 'delta') };
};

/**
 * Turns the whole JSON answer of a server that ignored `stream` into the one event it could have sent, so that there is
 * one way of reading answers. An `{"error": …}` object passes through.
 * @throws Failure `api.malformed` when `json` is neither.
 */
export const completionAsEvent = (json: string): UnknownRecord => {
  let body: unknown;
  try {
    body = JSON.parse(json);
  } catch {
    throw new Failure('api.malformed', 'the answer is neither JSON nor an event stream');
  }
  if (!isRecord(body) || !('choices' in body || 'error' in body))
    throw new Failure('api.malformed', 'the answer is JSON but no completion');
  return 'choices' in body ? { ...body, choices: itemsOf(body.choices).map(asChunkChoice) } : body;
};
