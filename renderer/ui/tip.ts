import { useApp } from '../stores/app-store';
import { ariaKeys } from './keys';

/** What an element has to show a tip. */
export interface Tip {
  readonly 'data-tip': string;
  readonly 'data-keys'?: string;
  readonly 'aria-keyshortcuts'?: string;
}

/**
 * Attributes of an element that shows a tip.
 * @param text what it is called; empty where that is there to read.
 * @param keys what does the same, in Electron's accelerator notation.
 */
export const tipOf = (text: string, keys?: string): Tip =>
  keys === undefined
    ? { 'data-tip': text }
    : {
        'data-tip': text,
        'data-keys': keys,
        'aria-keyshortcuts': ariaKeys(keys, useApp.getState().platform),
      };
