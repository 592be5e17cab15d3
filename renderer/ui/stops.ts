/** What Tab stops at. */
export const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), textarea, select, summary, [tabindex="0"]';
