/** A ref: brings what appears into sight. A message that is out of sight helps nobody. */
export const scrollTo = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });
