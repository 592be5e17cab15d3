import * as z from 'zod/mini';
import { boundedText } from '../../preload/contract/bounds';
import { type JsonStore, type JsonStoreOptions, openJsonStore, type ParsedJson } from '../storage/json-store';
import { type OneAtATime, oneAtATime } from '../storage/one-at-a-time';
import { type ListedModel, MAX_ID_LENGTH, MAX_LISTED } from './fetch-models';

const listedModel = z.object({
  id: boundedText(MAX_ID_LENGTH),
  shutdownDate: z.nullable(boundedText(10)),
});
const modelList = z.object({
  endpointId: boundedText(40),
  baseUrl: boundedText(2100),
  models: z.array(listedModel).check(z.maxLength(MAX_LISTED)),
});

/** Whose list it is. An endpoint that was given another address has another list. */
export type ListPlace = Readonly<Pick<z.infer<typeof modelList>, 'endpointId' | 'baseUrl'>>;

interface ModelListsFile {
  /** Latest last. */
  readonly lists: readonly Readonly<z.infer<typeof modelList>>[];
}

/** Lists beyond this are forgotten, oldest first. */
const MAX_LISTS = 20;

const outline = z.object({ lists: z.array(z.unknown()) });

const parseLists = (json: unknown): ParsedJson<ModelListsFile> => {
  const raw = outline.safeParse(json);
  if (!raw.success) return { value: { lists: [] }, isWhole: json === undefined };
  const lists = raw.data.lists.map((list) => modelList.safeParse(list));
  return {
    value: { lists: lists.flatMap((list) => (list.success ? [list.data] : [])) },
    isWhole: lists.every(({ success }) => success),
  };
};

const isAt =
  (place: ListPlace) =>
  (list: ListPlace): boolean =>
    list.endpointId === place.endpointId && list.baseUrl === place.baseUrl;

/**
 * What servers listed last, `models.json` in the profile folder, so that models can be chosen offline. In a file of its
 * own and not in the history: model names are no secret, and they are needed while the history is locked.
 */
export class ModelLists {
  readonly #store: JsonStore<ModelListsFile>;
  readonly #oneAtATime: OneAtATime = oneAtATime();

  /** Use `openModelLists`. */
  constructor(store: JsonStore<ModelListsFile>) {
    this.#store = store;
  }

  /** What the server listed last; null where it never did. */
  get(place: ListPlace): readonly ListedModel[] | null {
    return this.#store.value.lists.find(isAt(place))?.models ?? null;
  }

  /** Keeps a list. Errors: `settings.notSaved`. */
  keep(place: ListPlace, models: readonly ListedModel[]): Promise<void> {
    return this.#oneAtATime(async () => {
      const others = this.#store.value.lists.filter((list) => !isAt(place)(list));
      const list = { endpointId: place.endpointId, baseUrl: place.baseUrl, models: [...models] };
      await this.#store.write({ lists: [...others, list].slice(-MAX_LISTS) });
    });
  }
}

/** Opens the lists of a profile folder. Rejects with Node's error when the file is there and cannot be read. */
export const openModelLists = async (
  options: Pick<JsonStoreOptions<ModelListsFile>, 'folder' | 'files' | 'write'>,
): Promise<ModelLists> =>
  new ModelLists(await openJsonStore({ ...options, name: 'models', parse: parseLists }));
