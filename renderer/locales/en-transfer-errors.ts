/** What happened and what helps, for everything that can go wrong in an import or an export. */
export const enTransferErrors = {
  mirror: {
    foreign: {
      what: 'This folder is the mirror of another Parlance history.',
      fix: 'Choose an empty folder, or remove “parlance-mirror.json” from it if that history is no longer in use.',
    },
  },
  transfer: {
    busy: {
      what: 'Another import or export is still running.',
      fix: 'Wait for it, or cancel it first.',
    },
    unreadable: {
      what: 'The file could not be read.',
      fix: 'Check that it is still there and that it may be read, then choose it again.',
    },
    brokenZip: {
      what: 'The ZIP file is damaged or incomplete.',
      fix: 'Download it once more and choose the new file.',
    },
    refusedZip: {
      what: 'This ZIP file is not one that an app exports.',
      fix: 'Choose the file just as you got it from the app.',
    },
    unknownFormat: {
      what: 'There are no chats in this file that Parlance knows how to read.',
      fix: 'Choose an export of ChatGPT, Claude, Chatbox, Cherry Studio, NextChat or Parlance, or OpenAI JSONL.',
    },
    broken: {
      what: 'The file is damaged: it is not valid JSON.',
      fix: 'Export or download it once more and choose the new file.',
    },
    truncated: {
      what: 'The file ends too early.',
      fix: 'The download was probably cut off. Download it once more; what is here already is not taken twice.',
    },
    nothing: {
      what: 'Nothing could be imported from this file.',
      fix: 'See below what was left out and why.',
    },
    tooLongForImage: {
      what: 'This chat is too long for one image.',
      fix: 'Export it as PDF instead.',
    },
    notDrawn: {
      what: 'The chat could not be drawn.',
      fix: 'Export it as HTML and print that page in a browser.',
    },
    notPrinted: {
      what: 'The chat could not be printed.',
      fix: 'Check that a printer is set up, or export the chat as PDF.',
    },
    notWritten: {
      what: 'The file could not be written.',
      fix: 'Choose another place, or check that you may write there.',
    },
  },
};
