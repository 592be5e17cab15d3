import type { FacetSource } from './facets';
import { BORDER, facetsOf } from './facets';
import { searchableText } from './searchable';
import type { Term } from './terms';
import { termsOf } from './terms';

const phrase = (terms: readonly Term[]): string => terms.map(({ term }) => term).join(' ');

/** What the index holds of a text: its words in order, then each variant once. */
export const indexText = (text: string): string => {
  const { words, variants } = termsOf(text);
  return [phrase(words), ...new Set(variants.map(phrase))].join(` ${BORDER} `);
};

/** What the index holds of a message with the texts beside it: no phrase goes from one into the next. */
export const messageTerms = (source: FacetSource, beside: readonly string[] = []): string =>
  [...[searchableText(source.parts), ...beside].map(indexText), ...facetsOf(source)].join(` ${BORDER} `);
