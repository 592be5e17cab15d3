import { useLayoutEffect } from 'react';
import type { Settings } from '../../preload/contract/settings';
import { useApp } from '../stores/app-store';

/** Shows the page in a theme; `system` leaves it to the computer. */
export const applyTheme = (theme: Settings['theme']): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

/** Keeps the page in the theme of the settings. */
export const useTheme = (): void => {
  const theme = useApp((state) => state.settings.theme);
  useLayoutEffect(() => applyTheme(theme), [theme]);
};
