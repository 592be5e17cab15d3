/** Strings of sample chats and of what is new. */
export const enBeginning = {
  samples: {
    tips: 'Type / for a prompt, @ for another model.',
    paletteTip: '{{keys}} finds every command, chat and model.',
    add: 'Add sample chats',
    addHint: 'Three short chats that show how Parlance works. They go away in one go.',
    added: 'Sample chats were added.',
    removed: 'The sample chats were moved to the Trash.',
  },
  whatsNew: {
    title: 'What’s new in Parlance {{version}}',
    notes: 'List of changes',
    close: 'Close',
    updated: 'Parlance was updated to {{version}}.',
    show: 'What’s new',
  },
};
