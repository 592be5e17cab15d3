import { useSyncExternalStore } from 'react';
import { type AppState, isClosed, useApp } from '../stores/app-store';
import { useView } from '../stores/view-store';

/** Below this width the generation settings would crowd the reading column. */
const roomForPanel = window.matchMedia('(width >= 60rem)');

const onRoomChange = (listener: () => void) => {
  roomForPanel.addEventListener('change', listener);
  return () => roomForPanel.removeEventListener('change', listener);
};

/** False while there is nothing to generate with, or no history: the settings of generation would only distract. */
export const isPanelUseful = ({ endpointId, history }: Pick<AppState, 'endpointId' | 'history'>): boolean =>
  endpointId !== null && !isClosed(history);

/** Whether the generation settings are shown: as the person wants, or where there is room. */
export const usePanelShown = (): boolean => {
  const room = useSyncExternalStore(onRoomChange, () => roomForPanel.matches);
  const wanted = useView(({ panelWanted }) => panelWanted);
  const useful = useApp(isPanelUseful);
  return useful && (wanted ?? room);
};
