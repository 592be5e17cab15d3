/**
 * Ids whose facts an id may inherit, nearest first, itself included: a fine-tuned model (`ft:gpt-4o-mini:org::id`), a
 * vendor's prefix (`openai/gpt-4o`), Azure's spelling (`gpt-35-turbo`), a dated snapshot (`gpt-4o-2024-08-06`, `-0613`).
 */
export const baseModelIds = (id: string): readonly string[] => {
  const tuned = /^ft:([^:]+)/.exec(id)?.[1] ?? id;
  const named = tuned.replace(/^openai\//, '').replace(/^gpt-35-/, 'gpt-3.5-');
  const undated = named.replace(/-(\d{4}-\d{2}-\d{2}|\d{4})$/, '');
  return [...new Set([id, named, undated])];
};
