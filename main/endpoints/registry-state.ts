import * as z from 'zod/mini';
import { boundedText, endpointId, requiredText, uuid } from '../../preload/contract/bounds';
import type { ParsedJson } from '../storage/json-store';

const savedEndpoint = z.object({
  id: uuid,
  kind: z.enum(['openai', 'compatible', 'azure']),
  baseUrl: requiredText(2100).check(z.refine((text) => /^https?:\/\//.test(text) && URL.canParse(text))),
  apiVersion: z.nullable(boundedText(40)),
});

/** An endpoint as it is stored. Its key is in the vault. */
export type SavedEndpoint = Readonly<z.infer<typeof savedEndpoint>>;

/** `endpoints.json`. */
export interface RegistryState {
  readonly endpoints: readonly SavedEndpoint[];
  /** What the person chose last; may name an endpoint that is gone. */
  readonly selectedId: string | null;
}

/** Endpoints that were added together, and what undoes it. */
export interface Carried {
  readonly ids: readonly string[];
  readonly takeBack: () => Promise<void>;
}

const selectedId = z.nullable(endpointId);
const outline = z.object({ endpoints: z.array(z.unknown()), selectedId: z.unknown() });

/** The registry from a file's JSON: what is not an endpoint is left out, the rest is kept. */
export const parseRegistry = (json: unknown): ParsedJson<RegistryState> => {
  const raw = outline.safeParse(json);
  if (!raw.success) return { value: { endpoints: [], selectedId: null }, isWhole: json === undefined };
  const endpoints = raw.data.endpoints.map((entry) => savedEndpoint.safeParse(entry));
  const selected = selectedId.safeParse(raw.data.selectedId);
  return {
    value: {
      endpoints: endpoints.flatMap((entry) => (entry.success ? [entry.data] : [])),
      selectedId: selected.success ? selected.data : null,
    },
    isWhole: selected.success && endpoints.every(({ success }) => success),
  };
};
