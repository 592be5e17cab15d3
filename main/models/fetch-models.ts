import { Failure, toAppError } from '../../preload/contract/result';
import { errorOfThrown } from '../openai/api-error';
import type { ApiClient } from '../openai/client';
import { fieldOf, itemsOf, textOrNull } from '../openai/unknown-value';
import { isDay } from './shutdown-dates';

/** A model as an endpoint lists it. */
export interface ListedModel {
  readonly id: string;
  /** The day it is shut down, `YYYY-MM-DD`, where the endpoint says so (OpenAI's does). */
  readonly shutdownDate: string | null;
}

/** More models than that are left out of a list. */
export const MAX_LISTED = 5000;
/** A longer id is none. */
export const MAX_ID_LENGTH = 200;

const readModel = (model: unknown): ListedModel | null => {
  const id = textOrNull(fieldOf(model, 'id'));
  if (id === null || id.length > MAX_ID_LENGTH) return null;
  const date = textOrNull(fieldOf(model, 'shutdown_date'));
  return { id, shutdownDate: date !== null && isDay(date) ? date : null };
};

/**
 * The models that an endpoint lists at `/models`, in its order, at most 5,000.
 * @throws Failure with an `api.…` code; `api.malformed` when the answer is no list of models.
 */
export const fetchModels = async (
  client: ApiClient,
  signal?: AbortSignal,
): Promise<readonly ListedModel[]> => {
  let page: unknown;
  try {
    // The SDK's own parsing turns whatever is no list into an empty one.
    const response = await client.sdk.models.list(signal === undefined ? {} : { signal }).asResponse();
    page = await response.json();
  } catch (thrown) {
    const { code, message, detail } = signal?.aborted
      ? toAppError(thrown)
      : errorOfThrown(thrown, client.context);
    throw new Failure(code, message, detail);
  }
  const data = fieldOf(page, 'data');
  if (!Array.isArray(data))
    throw new Failure('api.malformed', 'no list of models', { host: client.context.host });
  return itemsOf(data)
    .map(readModel)
    .filter((model) => model !== null)
    .slice(0, MAX_LISTED);
};
