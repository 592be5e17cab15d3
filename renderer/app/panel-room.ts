import { useSyncExternalStore } from 'react';
import { useApp } from '../stores/app-store';
import { useView } from '../stores/view-store';

/** Below this width the generation settings would crowd the reading column. */
const roomForPanel = window.matchMedia('(width >= 60rem)');

const onRoomChange = (listener: () => void) => {
  roomForPanel.addEventListener('change', listener);
  return () => roomForPanel.removeEventListener('change', listener);
};

/** Whether the generation settings are shown: as the person wants, or where there is room. */
export const usePanelShown = (): boolean => {
  const room = useSyncExternalStore(onRoomChange, () => roomForPanel.matches);
  const wanted = useView(({ panelWanted }) => panelWanted);
  // Before there is anything to generate with, the settings of generation would only distract.
  const hasEndpoint = useApp(({ endpointId }) => endpointId !== null);
  return hasEndpoint && (wanted ?? room);
};
