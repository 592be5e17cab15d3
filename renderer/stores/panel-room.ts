import { useSyncExternalStore } from 'react';
import { type AppState, isClosed, useApp } from './app-store';
import { rememberLayout } from './layout-place';
import { showPanel, useView } from './view-store';

/** Below this width the generation settings would crowd the reading column. */
const roomForPanel = window.matchMedia('(width >= 60rem)');

/** Whether the generation settings, where they are shown, lie over the conversation: they have no room of their own. */
export const liesOver = (): boolean => !roomForPanel.matches;

const onRoomChange = (listener: () => void) => {
  roomForPanel.addEventListener('change', listener);
  return () => roomForPanel.removeEventListener('change', listener);
};

/** False while there is nothing to generate with, or no history: the settings of generation would only distract. */
export const isPanelUseful = ({ endpointId, history }: Pick<AppState, 'endpointId' | 'history'>): boolean =>
  endpointId !== null && !isClosed(history);

interface Wish {
  /** What the person wants; null: as there is room. */
  readonly wanted: boolean | null;
  readonly isUseful: boolean;
  readonly hasRoom: boolean;
}

const isShown = ({ wanted, isUseful, hasRoom }: Wish): boolean => isUseful && (wanted ?? hasRoom);

/** Whether the generation settings are shown: as the person wants, or where there is room. */
export const usePanelShown = (): boolean => {
  const hasRoom = useSyncExternalStore(onRoomChange, () => roomForPanel.matches);
  const wanted = useView(({ panelWanted }) => panelWanted);
  return isShown({ wanted, isUseful: useApp(isPanelUseful), hasRoom });
};

/**
 * Shows the generation settings where they are hidden, and hides them where they are shown. Where they have room of their own
 * that is remembered: elsewhere they lie over the conversation, and are only ever called up.
 */
export const togglePanel = (): void => {
  const { panelWanted: wanted } = useView.getState();
  const hasRoom = roomForPanel.matches;
  const shown = isShown({ wanted, isUseful: isPanelUseful(useApp.getState()), hasRoom });
  showPanel(!shown);
  if (hasRoom) rememberLayout({ panelHidden: shown });
};
