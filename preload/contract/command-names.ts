import type { CommandId } from './commands';

type CommandNames = Readonly<Record<CommandId, string>>;

const en: CommandNames = {
  palette: 'Command palette…',
  newChat: 'New chat',
  search: 'Search chats…',
  find: 'Find in chat…',
  messageBox: 'Go to the message box',
  chooseModel: 'Choose a model…',
  generationSettings: 'Show or hide generation settings',
  nextChat: 'Next chat',
  previousChat: 'Previous chat',
  stop: 'Stop the reply',
  regenerate: 'Regenerate the last reply',
  copyReply: 'Copy the last reply',
  pinChat: 'Pin or unpin this chat',
  archiveChat: 'Archive this chat, or bring it back',
  moveChat: 'Move this chat to a folder…',
  tagChat: 'Tags of this chat…',
  deleteChat: 'Move this chat to the Trash',
  import: 'Import…',
  exportAll: 'Export all…',
  trash: 'Trash…',
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',
  systemTheme: 'Theme of the system',
  settings: 'Settings…',
  shortcuts: 'Keyboard shortcuts…',
};

const zhCN: CommandNames = {
  palette: '命令面板…',
  newChat: '新对话',
  search: '搜索对话…',
  find: '在对话中查找…',
  messageBox: '转到消息输入框',
  chooseModel: '选择模型…',
  generationSettings: '显示或隐藏生成设置',
  nextChat: '下一个对话',
  previousChat: '上一个对话',
  stop: '停止回复',
  regenerate: '重新生成最后一条回复',
  copyReply: '复制最后一条回复',
  pinChat: '置顶或取消置顶此对话',
  archiveChat: '归档或取消归档此对话',
  moveChat: '将此对话移到文件夹…',
  tagChat: '此对话的标签…',
  deleteChat: '将此对话移到回收站',
  import: '导入…',
  exportAll: '全部导出…',
  trash: '回收站…',
  lightTheme: '浅色主题',
  darkTheme: '深色主题',
  systemTheme: '跟随系统主题',
  settings: '设置…',
  shortcuts: '键盘快捷键…',
};

/** What commands are called, in the application menu as in the command palette. */
export const commandNames: Readonly<Record<'en' | 'zh-CN', CommandNames>> = { en, 'zh-CN': zhCN };
