import { type RefObject, useEffect, useRef } from 'react';
import { type SettingsAim, useView } from '../../stores/view-store';

/** The heading of a part of the settings: it takes the focus where the dialog was opened for that part. */
export const useAimedHeading = (aim: SettingsAim): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (useView.getState().settingsAim === aim) heading.current?.focus();
  }, [aim]);
  return heading;
};
