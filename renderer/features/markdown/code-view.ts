import { create } from 'zustand';

interface CodeView {
  /** Whether long lines of code are broken. */
  readonly wraps: boolean;
  readonly numbersLines: boolean;
}

const PLACE = 'parlance:code-view';
const PLAIN: CodeView = { wraps: false, numbersLines: false };

const isCodeView = (value: unknown): value is CodeView =>
  typeof value === 'object' &&
  value !== null &&
  'wraps' in value &&
  typeof value.wraps === 'boolean' &&
  'numbersLines' in value &&
  typeof value.numbersLines === 'boolean';

/* A way to look at the page, of no use to main: so it is the page that remembers it. */
const remembered = (): CodeView => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '');
    return isCodeView(value) ? value : PLAIN;
  } catch {
    return PLAIN;
  }
};

/** How all blocks of code are shown. */
export const useCodeView = create<CodeView>()(remembered);

/** Changes how all blocks of code are shown, and remembers it. */
export const changeCodeView = (change: Partial<CodeView>): void => {
  const view = { ...useCodeView.getState(), ...change };
  useCodeView.setState(view);
  localStorage.setItem(PLACE, JSON.stringify(view));
};
