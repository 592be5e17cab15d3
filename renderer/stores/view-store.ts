import { create } from 'zustand';

interface ViewState {
  readonly settingsOpen: boolean;
  /** Whether the generation settings are shown beside the conversation. */
  readonly panelOpen: boolean;
  /** The last thing said to screen readers about the conversation. */
  readonly announcement: 'none' | 'replyComplete' | 'replyEnded';
}

/** Below this width the generation settings would crowd the reading column. In CSS pixels. */
const ROOM_FOR_PANEL = 1080;

/** What is open on the page. */
export const useView = create<ViewState>()(() => ({
  settingsOpen: false,
  panelOpen: typeof window === 'undefined' || window.innerWidth >= ROOM_FOR_PANEL,
  announcement: 'none',
}));

/** Opens or closes the Settings dialog. */
export const showSettings = (settingsOpen: boolean): void => useView.setState({ settingsOpen });

/** Shows or hides the generation settings. */
export const showPanel = (panelOpen: boolean): void => useView.setState({ panelOpen });
