import { create } from 'zustand';
import { rememberedLayout, rememberLayout } from './layout-place';

/** A part of the settings that their dialog can be opened for. */
export type SettingsAim = 'passphrase' | 'updates' | 'storage' | 'settingsFile';

interface ViewState {
  readonly settingsOpen: boolean;
  /** What the Settings dialog is opened for; null: all of it. */
  readonly settingsAim: SettingsAim | null;
  /** Whether the side bar with the chats is put away. */
  readonly sideBarHidden: boolean;
  /** Whether the person wants the generation settings beside the conversation; null: where there is room. */
  readonly panelWanted: boolean | null;
  /** The field that the generation settings are shown for; null: all of them. */
  readonly panelAim: 'contextRule' | null;
  /** The dialog of commands, or of what is new, that is open. */
  readonly dialog: 'palette' | 'shortcuts' | 'whatsNew' | null;
  /** The version that was used before this one, where that was another; null: none, or not known. */
  readonly versionBefore: string | null;
  /** Texts that links from outside want to be asked, first come first. */
  readonly linkedPrompts: readonly string[];
  /** How often focus was sent to the message box. */
  readonly boxCalls: number;
  /** How often the list of models was called for. */
  readonly modelCalls: number;
  /** The last thing said to screen readers about the conversation. */
  readonly announcement: 'none' | 'replyComplete' | 'replyEnded';
}

const { sideBarHidden, panelHidden } = rememberedLayout();

/** What is open on the page. */
export const useView = create<ViewState>()(() => ({
  settingsOpen: false,
  settingsAim: null,
  sideBarHidden,
  panelWanted: panelHidden ? false : null,
  panelAim: null,
  dialog: null,
  versionBefore: null,
  linkedPrompts: [],
  boxCalls: 0,
  modelCalls: 0,
  announcement: 'none',
}));

/** Opens or closes the Settings dialog. */
export const showSettings = (settingsOpen: boolean): void =>
  useView.setState({ settingsOpen, settingsAim: null });

/** Opens the Settings dialog for a part of it: where a passphrase is set, at the newer version, … */
export const showSettingsAt = (settingsAim: SettingsAim): void =>
  useView.setState({ settingsOpen: true, settingsAim });

/** Lets the person type: where the button that was pressed goes away, focus must not be lost with it. */
export const focusMessageBox = (): void => useView.setState(({ boxCalls }) => ({ boxCalls: boxCalls + 1 }));

/** Puts the side bar away, or takes it out again, for this time and the next ones. */
export const toggleSideBar = (): void => {
  const sideBarHidden = !useView.getState().sideBarHidden;
  useView.setState({ sideBarHidden });
  rememberLayout({ sideBarHidden });
};

/** Takes the side bar out for now, as something in it is needed. */
export const needSideBar = (): void => useView.setState({ sideBarHidden: false });

/** Shows or hides the generation settings. */
export const showPanel = (panelWanted: boolean): void => useView.setState({ panelWanted });

/** Shows the setting for chats that are too long. */
export const showContextRule = (): void => useView.setState({ panelWanted: true, panelAim: 'contextRule' });

/** Opens the command palette, the list of shortcuts or what is new; null closes it. */
export const showDialog = (dialog: ViewState['dialog']): void => useView.setState({ dialog });

/** Opens the list of models. */
export const openModelList = (): void =>
  useView.setState(({ modelCalls }) => ({ modelCalls: modelCalls + 1 }));
