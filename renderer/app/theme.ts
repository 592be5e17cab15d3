import { useLayoutEffect } from 'react';
import type { Settings } from '../../preload/contract/settings';
import { useApp } from '../stores/app-store';

/** What of the settings is seen on every screen. `styles/` has the rules for each value. */
type Look = Pick<Settings, 'theme' | 'accent' | 'textSize' | 'density' | 'contrast'>;

const wantsContrast = window.matchMedia('(prefers-contrast: more)');

/** Shows the page as the settings say, and as the computer does where they leave it to that. */
export const applyLook = ({ theme, accent, textSize, density, contrast }: Look): void => {
  const { dataset } = document.documentElement;
  Object.assign(dataset, { accent, textSize, density });
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (contrast === 'more' || wantsContrast.matches) dataset.contrast = 'more';
  else delete dataset.contrast;
};

/** Keeps the page as the settings and the computer say. */
export const useLook = (): void => {
  const settings = useApp((state) => state.settings);
  const platform = useApp((state) => state.platform);
  useLayoutEffect(() => {
    // On macOS the page draws what a title bar would be.
    document.documentElement.dataset.platform = platform;
  }, [platform]);
  useLayoutEffect(() => {
    const apply = () => applyLook(settings);
    apply();
    wantsContrast.addEventListener('change', apply);
    return () => wantsContrast.removeEventListener('change', apply);
  }, [settings]);
};
