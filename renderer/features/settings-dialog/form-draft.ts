import type { EndpointForm } from './endpoint-form';

/** What was typed into the endpoint form and not saved, by endpoint: closing the dialog must not lose it. */
const drafts = new Map<string, EndpointForm>();

const keyOf = (endpointId: string | null): string => endpointId ?? '';

/** The unsaved form of an endpoint (null: a new one), if there is one. */
export const formDraft = (endpointId: string | null): EndpointForm | undefined =>
  drafts.get(keyOf(endpointId));

/** Keeps an unsaved form, or (null) forgets it: it was saved. A key that was saved does not stay in the page. */
export const keepFormDraft = (endpointId: string | null, form: EndpointForm | null): void => {
  if (form === null) drafts.delete(keyOf(endpointId));
  else drafts.set(keyOf(endpointId), form);
};
