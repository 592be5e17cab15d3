/** Strings about the mirror folder. */
export const enMirror = {
  mirror: {
    title: 'Mirror folder',
    off: 'Off.',
    on: 'Chats are mirrored to “{{name}}”.',
    upToDate: 'Everything is written.',
    waiting_one: '{{count, number}} chat is still to be written.',
    waiting_other: '{{count, number}} chats are still to be written.',
    choose: 'Choose folder…',
    change: 'Change folder…',
    turnOff: 'Turn off',
    hint: 'Keeps every chat as Markdown and JSONL in a folder, shortly after it changed; fit for git and Syncthing. Chats in the Trash are removed from it. Files of your own in it are left alone.',
    notEncrypted: 'The mirror is not encrypted: anyone who can open the folder can read it.',
    problem: {
      missing: 'The folder is not there at the moment. Writing goes on when it is back.',
      diskFull: 'The disk is full. Writing goes on when there is space.',
      notAllowed: 'Parlance may not write there. Writing goes on when it may, or choose another folder.',
      failed: 'Writing failed; it is tried again.',
    },
    problemTitle: 'The mirror folder could not be brought up to date.',
  },
};
