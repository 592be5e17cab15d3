import { useSyncExternalStore } from 'react';
import { useApp } from '../stores/app-store';

const system = () => matchMedia('(prefers-color-scheme: dark)');

const follow = (onChange: () => void) => {
  const query = system();
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** True while the page is shown in the dark theme, by the settings or by the system. */
export const useDark = (): boolean => {
  const theme = useApp((state) => state.settings.theme);
  const systemIsDark = useSyncExternalStore(follow, () => system().matches);
  return theme === 'system' ? systemIsDark : theme === 'dark';
};
