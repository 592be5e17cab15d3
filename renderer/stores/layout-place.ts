const PLACE = 'parlance:layout';

/** What of the page the person put away. */
export interface Layout {
  /** The side bar with the chats. */
  readonly sideBarHidden: boolean;
  /** The generation settings, where there is room for them. */
  readonly panelHidden: boolean;
}

/* A way to look at the page, of no use to main: so it is the page that remembers it. */

/** What was put away when the app was last used. */
export const rememberedLayout = (): Layout => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '');
    const on = (name: keyof Layout) =>
      (value as Partial<Record<keyof Layout, unknown>> | null)?.[name] === true;
    return { sideBarHidden: on('sideBarHidden'), panelHidden: on('panelHidden') };
  } catch {
    return { sideBarHidden: false, panelHidden: false };
  }
};

/** Remembers what the person put away, or took out again. */
export const rememberLayout = (change: Partial<Layout>): void =>
  localStorage.setItem(PLACE, JSON.stringify({ ...rememberedLayout(), ...change }));
