import { enAttachments } from './en-attachments';
import { enBeginning } from './en-beginning';
import { enBudget } from './en-budget';
import { enCommands } from './en-commands';
import { enCompare } from './en-compare';
import { enErrors, enReasons } from './en-errors';
import { enKeeping } from './en-keeping';
import { enLegacy } from './en-legacy';
import { enLinked } from './en-linked';
import { enLogprobs } from './en-logprobs';
import { enMarkdown } from './en-markdown';
import { enMirror } from './en-mirror';
import { enModels } from './en-models';
import { enNative } from './en-native';
import { enNetwork } from './en-network';
import { enOrganise } from './en-organise';
import { enParams } from './en-params';
import { enPictures } from './en-pictures';
import { enPromptErrors, enPrompts } from './en-prompts';
import { enReading } from './en-reading';
import { enRequest } from './en-request';
import { enSearch } from './en-search';
import { enSettings } from './en-settings';
import { enSettingsFile } from './en-settings-file';
import { enSpelling } from './en-spelling';
import { enStorage } from './en-storage';
import { enTools } from './en-tools';
import { enTransfer } from './en-transfer';
import { enTransferErrors } from './en-transfer-errors';
import { enUpdates } from './en-updates';

/** Every string of the page in English. The other locales have the same keys. */
export const en = {
  app: {
    readOnlyNewer:
      'A newer version of Parlance wrote this history. It can be read, but not changed, until you update.',
    readOnlyDiskFull:
      'The disk is full. Nothing can be saved until there is space again; what you see here is kept.',
    starting: 'Opening your history…',
    settingsSetAside:
      'The settings file could not be read. It was set aside and Parlance started with fresh settings.',
    dismiss: 'Dismiss',
    undo: 'Undo',
    openSettings: 'Open Settings',
    tryAgain: 'Try again',
    areaFailed: 'This part of the window could not be shown. Your chats are safe.',
    reload: 'Reload',
  },
  errors: {
    ...enErrors,
    ...enTransferErrors,
    ...enPromptErrors,
    retryAfter: 'The server asks to wait {{seconds}} s.',
    retryAfterMinutes: 'The server asks to wait about {{minutes}} min.',
    parameter: 'It names the setting “{{parameter}}”.',
    serverSays: 'The server says: “{{message}}”',
  },
  reasons: enReasons,
  conversations: {
    title: 'Conversations',
    newChat: 'New chat',
    chats: 'Chats',
    empty: 'Your chats will appear here.',
    untitled: 'Untitled chat',
    busy: 'replying',
    actions: 'Chat actions',
    rename: 'Rename',
    pin: 'Pin',
    unpin: 'Unpin',
    pinned: 'Pinned',
    archive: 'Archive',
    unarchive: 'Bring back from archive',
    delete: 'Delete',
    done: {
      renamed: 'The chat is called “{{title}}” now.',
      pinned: '“{{title}}” stays at the top of the list.',
      unpinned: '“{{title}}” is no longer pinned.',
      archived: '“{{title}}” was archived. The filter “Archived” above the list shows such chats.',
      unarchived: '“{{title}}” was brought back from the archive.',
      cameBack: '“{{title}}” is back from the archive, as it goes on.',
      deleted: '“{{title}}” was deleted.',
    },
    groups: {
      pinned: 'Pinned',
      today: 'Today',
      yesterday: 'Yesterday',
      week: 'Last 7 days',
      month: 'Last 30 days',
      older: 'Older',
    },
    titleField: 'Chat title',
    loadingMore: 'Loading more chats…',
  },
  conversation: {
    title: 'Conversation',
    emptyTitle: 'What would you like to ask?',
    emptyHint: 'Replies come from {{endpoint}}.',
    loading: 'Opening chat…',
    showSideBar: 'Show side bar',
    hideSideBar: 'Hide side bar',
    showSettings: 'Show generation settings',
    hideSettings: 'Hide generation settings',
  },
  transcript: {
    title: 'Transcript',
    system: 'System message',
    user: 'User message',
    developer: 'Developer message',
    assistant: 'Assistant message',
    tool: 'Tool message',
    answers: 'Answers',
    answerOf: 'Answer {{index}} of {{count}}',
    useAnswer: 'Use this answer',
    waiting: 'Waiting for the reply…',
    retrying: '{{reason}} Trying again ({{attempt}} of {{max}})…',
    previousBranch: 'Previous branch',
    nextBranch: 'Next branch',
    copy: 'Copy',
    copied: 'Copied',
    edit: 'Edit',
    editField: 'Edit message',
    sendEdited: 'Send',
    saveEdited: 'Save',
    delete: 'Delete',
    more: 'More actions',
    moveUp: 'Move up',
    moveDown: 'Move down',
    deleted: 'The message was taken out. The conversation as it was stays as a branch.',
    cancel: 'Cancel',
    editDiscarded: 'Changes discarded.',
    editUnsent: 'With changes that are not saved',
    regenerate: 'Regenerate',
    continue: 'Continue',
    notSentAbove: 'Messages above this line will not be sent',
    jumpToLatest: 'Jump to latest',
    showAll: 'Show all',
    showLess: 'Show less',
    validJson: 'Valid JSON',
    brokenJson: 'Not valid JSON: it breaks in line {{line}}, column {{column}}',
    tokens: '{{prompt}} in, {{completion}} out',
    seconds: '{{seconds}} s',
    replyComplete: 'Reply complete',
    replyEnded: 'The reply ended early',
    status: {
      stopped: 'Stopped',
      interrupted: 'Interrupted: Parlance closed before the reply was complete',
    },
    finish: {
      length: 'Cut at the token limit',
      contentFilter: 'Held back by the content filter',
      toolCalls: 'Ended with a tool call',
      functionCall: 'Ended with a function call',
      other: 'Ended: {{reason}}',
    },
  },
  markdown: enMarkdown,
  composer: {
    message: 'Message',
    placeholder: 'Ask anything',
    role: 'Role',
    roles: { user: 'User', assistant: 'Assistant', system: 'System', developer: 'Developer' },
    addWithoutSending: 'Add without sending',
    send: 'Send',
    stop: 'Stop',
    pasted: 'Pasted text, {{characters}} characters',
    removePasted: 'Remove pasted text',
    hint: 'Enter to send, Shift+Enter for a new line',
    fixSettings: 'Nothing was sent: correct the marked generation settings first.',
  },
  context: {
    meter: 'Context usage',
    note: 'Context note',
    exact: '{{used}} of {{window}} tokens used, {{reserved}} kept free for the reply',
    about: 'About {{used}} of {{window}} tokens used, {{reserved}} kept free for the reply',
    unknownWindow: 'About {{used}} tokens; this model’s context window is not known',
    notCounted: 'Not counted yet',
    short: '{{used}} / {{window}}',
    shortUnknown: '{{used}} tokens',
    doesNotFit: 'This message does not fit into the model’s context window and cannot be sent.',
    omitted_one: 'The oldest message does not fit and will not be sent.',
    omitted_other: 'The {{count}} oldest messages do not fit and will not be sent.',
  },
  ...enAttachments,
  ...enParams,
  ...enBeginning,
  ...enBudget,
  ...enCommands,
  ...enCompare,
  ...enLegacy,
  ...enLinked,
  ...enLogprobs,
  ...enModels,
  ...enNetwork,
  ...enSettings,
  ...enSettingsFile,
  ...enStorage,
  ...enPrompts,
  ...enRequest,
  ...enMirror,
  ...enNative,
  ...enReading,
  ...enUpdates,
  ...enTransfer,
  ...enKeeping,
  ...enSearch,
  ...enTools,
  ...enOrganise,
  ...enPictures,
  ...enSpelling,
};
