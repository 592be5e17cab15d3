/** Strings of what Parlance is on the desktop beside its window, and of the small window. */
export const enNative = {
  native: {
    title: 'Desktop',
    notifications: 'When a long reply ends in the background',
    notificationsHint:
      'Whoever stands near reads a notification, and the system keeps it for a while. A reply is long after five seconds.',
    notificationChoices: {
      off: 'No notification',
      plain: 'Notify, without saying what it is about',
      title: 'Notify with the chat’s title',
      reply: 'Notify with the title and how the reply begins',
    },
    tray: 'Icon in the tray',
    menuBar: 'Icon in the menu bar',
    trays: {
      off: 'None',
      icon: 'Shown while Parlance runs',
      stay: 'Shown; Parlance goes on when its window is closed',
    },
    trayHint: 'Its menu opens Parlance, new and recent chats, and the small window for quick questions.',
    noTray:
      'This desktop has no place for such icons (GNOME has one with the extension “AppIndicator”). Until it has, closing the window ends Parlance.',
    loginStart: 'When you log in to the computer',
    loginStarts: {
      no: 'Do not start Parlance',
      window: 'Start Parlance',
      hidden: 'Start Parlance in the tray, without a window',
    },
    hiddenNeedsTray: 'Without an icon in the tray, Parlance opens its window all the same.',
    quickKeys: 'Keys for a quick question, from any app',
    noKeys: 'None',
    changeKeys: 'Keys for a quick question: {{keys}}. Press to change',
    recording: 'Press the new keys for a quick question, or Escape',
    press: 'Press keys…',
    clearKeys: 'Take these keys away',
    quickKeysState: {
      off: 'While Parlance runs, they open a small window above all others. Often free: {{example}}.',
      active: 'They open the small window from any app while Parlance runs.',
      taken: 'Another app has these keys. Choose others.',
      unsure:
        'On Wayland the desktop decides about such keys. If they do nothing, give the command “parlance --quick-ask” a shortcut in the desktop’s own settings.',
    },
    unread: 'unread reply',
    print: 'Print…',
  },
  quick: {
    title: 'Quick question',
    goOn: 'Open in Parlance',
    fresh: 'New question',
    hint: 'Esc hides this window; what is typed stays.',
    notReady: 'Parlance itself has something to ask first.',
  },
};
