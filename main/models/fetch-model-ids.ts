import { Failure, toAppError } from '../../preload/contract/result';
import { errorOfThrown } from '../openai/api-error';
import type { ApiClient } from '../openai/client';
import { fieldOf, itemsOf, textOrNull } from '../openai/unknown-value';

const MAX_IDS = 5000;
const MAX_ID_LENGTH = 200;

const isUsableId = (id: string | null): id is string => id !== null && id.length <= MAX_ID_LENGTH;

/**
 * The ids that an endpoint lists at `/models`, in its order, at most 5,000.
 * @throws Failure with an `api.…` code; `api.malformed` when the answer is no list of models.
 */
export const fetchModelIds = async (client: ApiClient, signal?: AbortSignal): Promise<readonly string[]> => {
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
    .map((model) => textOrNull(fieldOf(model, 'id')))
    .filter(isUsableId)
    .slice(0, MAX_IDS);
};
