import type { Locale } from './locale';

/** The words of everything that main draws itself: the application menu and native dialogs. */
export interface NativeText {
  readonly file: string;
  readonly edit: string;
  readonly view: string;
  readonly chat: string;
  readonly window: string;
  readonly help: string;
  readonly importTitle: string;
  readonly importFiles: string;
  readonly importPrompts: string;
  readonly promptFiles: string;
  readonly importSettings: string;
  readonly settingsFiles: string;
  readonly allFiles: string;
  readonly exportTitle: string;
  readonly mirrorTitle: string;
  readonly quit: string;
  readonly openApp: string;
  readonly untitled: string;
  readonly unreadReplies: string;
  readonly replyReady: string;
  readonly replyFailed: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly pastePlain: string;
  readonly selectAll: string;
  readonly noSuggestions: string;
  readonly learnSpelling: string;
  readonly openLink: string;
  readonly copyLink: string;
  readonly copyImage: string;
  readonly reload: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly zoomReset: string;
  readonly fullScreen: string;
  readonly devTools: string;
  readonly minimize: string;
  readonly close: string;
  readonly recoveryTitle: string;
  readonly recoveryHint: string;
  readonly recoveryCopy: string;
  readonly recoverySave: string;
  readonly recoveryClose: string;
  readonly startFailedTitle: string;
  readonly startFailedHint: string;
  readonly unsavedTitle: string;
  readonly unsavedReplies: string;
  readonly unsavedDrafts: string;
  readonly unsavedHint: string;
  readonly unwritableTitle: string;
  readonly unwritableHint: string;
  readonly unsavedStay: string;
  readonly unsavedCopy: string;
  readonly unsavedQuit: string;
  readonly unsavedFile: string;
  readonly copyFailed: string;
}

const en: NativeText = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  chat: 'Chat',
  window: 'Window',
  help: 'Help',
  importTitle: 'Import chats',
  importFiles: 'Exports of chats',
  importPrompts: 'Import prompts',
  promptFiles: 'Files of prompts',
  importSettings: 'Import settings',
  settingsFiles: 'Files of settings',
  allFiles: 'All files',
  exportTitle: 'Export',
  mirrorTitle: 'Mirror folder',
  quit: 'Quit Parlance',
  openApp: 'Open Parlance',
  untitled: 'Untitled chat',
  unreadReplies: 'Unread replies:',
  replyReady: 'A reply is complete.',
  replyFailed: 'A reply has failed.',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste without formatting',
  selectAll: 'Select all',
  noSuggestions: 'No suggestions',
  learnSpelling: 'Add to dictionary',
  openLink: 'Open link',
  copyLink: 'Copy link address',
  copyImage: 'Copy image',
  reload: 'Reload page',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
  devTools: 'Developer tools',
  minimize: 'Minimize',
  close: 'Close window',
  recoveryTitle: 'Recovery key of your history',
  recoveryHint:
    'Write it down and keep it away from this computer. Whoever has it and the history file can read your chats; without it, losing the keychain or the passphrase means losing them.',
  recoveryCopy: 'Copy',
  recoverySave: 'Save to a file…',
  recoveryClose: 'Close',
  startFailedTitle: 'Parlance could not start',
  startFailedHint: 'Nothing was changed or deleted. The folder with your data:',
  unsavedTitle: 'The disk is full, and not everything is saved',
  unsavedReplies: 'Replies not saved:',
  unsavedDrafts: 'Typed texts not saved:',
  unsavedHint:
    'Once there is space again, everything is saved by itself. Quitting now loses it, unless a copy is saved somewhere else.',
  unwritableTitle: 'Not everything is saved: the history cannot be written to now',
  unwritableHint:
    'As soon as the history is open for writing, everything is saved by itself. Quitting now loses it, unless a copy is saved somewhere else.',
  unsavedStay: 'Keep Parlance open',
  unsavedCopy: 'Save a copy elsewhere…',
  unsavedQuit: 'Quit without saving',
  unsavedFile: 'Not saved by Parlance',
  copyFailed: 'The copy could not be written there.',
};

const zhCN: NativeText = {
  file: '文件',
  edit: '编辑',
  view: '视图',
  chat: '对话',
  window: '窗口',
  help: '帮助',
  importTitle: '导入对话',
  importFiles: '对话导出文件',
  importPrompts: '导入提示词',
  promptFiles: '提示词文件',
  importSettings: '导入设置',
  settingsFiles: '设置文件',
  allFiles: '所有文件',
  exportTitle: '导出',
  mirrorTitle: '镜像文件夹',
  quit: '退出 Parlance',
  openApp: '打开 Parlance',
  untitled: '未命名对话',
  unreadReplies: '未读回复：',
  replyReady: '回复已完成。',
  replyFailed: '回复失败。',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  pastePlain: '粘贴为纯文本',
  selectAll: '全选',
  noSuggestions: '没有拼写建议',
  learnSpelling: '添加到词典',
  openLink: '打开链接',
  copyLink: '复制链接地址',
  copyImage: '复制图片',
  reload: '重新载入页面',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
  devTools: '开发者工具',
  minimize: '最小化',
  close: '关闭窗口',
  recoveryTitle: '聊天记录的恢复密钥',
  recoveryHint:
    '请抄写下来，存放在这台电脑以外的地方。持有它和聊天记录文件的人可以读取其中的对话；没有它，一旦丢失钥匙串或密码短语，对话将无法找回。',
  recoveryCopy: '复制',
  recoverySave: '保存到文件…',
  recoveryClose: '关闭',
  startFailedTitle: 'Parlance 无法启动',
  startFailedHint: '没有更改或删除任何内容。数据所在文件夹：',
  unsavedTitle: '磁盘已满，部分内容尚未保存',
  unsavedReplies: '未保存的回复：',
  unsavedDrafts: '未保存的输入内容：',
  unsavedHint: '腾出空间后，所有内容会自动保存。现在退出会丢失这些内容，除非先在别处保存一份副本。',
  unwritableTitle: '聊天记录目前无法写入，部分内容尚未保存',
  unwritableHint:
    '聊天记录可以写入后，所有内容会自动保存。现在退出会丢失这些内容，除非先在别处保存一份副本。',
  unsavedStay: '暂不退出',
  unsavedCopy: '在别处保存副本…',
  unsavedQuit: '不保存并退出',
  unsavedFile: 'Parlance 未保存的内容',
  copyFailed: '无法在该位置写入副本。',
};

/** The words in one language. */
export const nativeText = (locale: Locale): NativeText => (locale === 'zh-CN' ? zhCN : en);
