/** Strings about reading long chats. */
export const enReading = {
  reading: {
    code: 'Code.',
    replyView: 'While a reply is written',
    replyViews: {
      end: 'Follow its end',
      start: 'Keep its start in view',
    },
    selection: 'Selected messages',
    selected_one: '{{count, number}} message selected',
    selected_other: 'All {{count, number}} messages selected',
    copySelected: 'Copy as Markdown',
    clearSelection: 'Clear selection',
    newLetters_one: '{{count, number}} new character',
    newLetters_other: '{{count, number}} new characters',
    newMessages_one: '{{count, number}} new message',
    newMessages_other: '{{count, number}} new messages',
  },
};
