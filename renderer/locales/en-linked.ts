/** Strings about what the system asked Parlance to open. */
export const enLinked = {
  linked: {
    title: 'A link wants to start a chat',
    hint: 'A web page or another app opened this link. Nothing is sent until you send it.',
    text: 'Text of the link',
    use: 'Put into a new chat',
    cancel: 'Cancel',
    close: 'Close',
    notRead: '“{{name}}” could not be read, or is too large for a message.',
  },
};
