import type { enCommands } from './en-commands';
import type { Translated } from './translated';

/** 命令面板和键盘快捷键的文字。 */
export const zhCommands: Translated<typeof enCommands> = {
  commands: {
    palette: '命令面板',
    search: '输入命令、对话或模型的名称',
    close: '关闭',
    none: '没有找到。',
    recent: '最近使用',
    commands: '命令',
    chats: '对话',
    models: '模型',
    useModel: '使用 {{model}}',
    searchFor: '在所有对话中搜索“{{query}}”',
    results: '找到的命令',
    shortcuts: '键盘快捷键',
    shortcutsHint: '选择一个命令即可更改它的按键。',
    press: '请按下新的按键。按 Esc 取消，按退格键清除按键。',
    noKeys: '无',
    change: '{{command}}：{{keys}}。更改按键',
    recording: '{{command}}：正在等待新的按键',
    reset: '恢复“{{command}}”的默认按键',
    resetAll: '全部恢复默认',
    taken: '{{keys}} 原属于“{{command}}”，该命令现在没有按键。',
    unusable: '这些按键不能用于命令。请按住 Ctrl 或 Alt，或使用 F1 到 F12。',
    fixed: '固定按键',
    goOn: '下一个匹配项或结果；按住 Shift 为上一个',
    undo: '撤销；按住 Shift 为重做（不在文字框中时）',
    send: '发送消息',
    newLine: '在消息中换行',
    recall: '之前的消息（输入框为空时）',
  },
};
