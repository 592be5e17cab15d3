import type { enBeginning } from './en-beginning';
import type { Translated } from './translated';

/** 关于示例对话和更新内容的文字。 */
export const zhBeginning: Translated<typeof enBeginning> = {
  samples: {
    tips: '输入 / 可插入提示词，输入 @ 可换用其他模型。',
    paletteTip: '按 {{keys}} 可查找任何命令、对话和模型。',
    add: '添加示例对话',
    addHint: '三个简短的对话，演示 Parlance 的用法，可以一次全部移除。',
    added: '已添加示例对话。',
    removed: '示例对话已移到回收站。',
  },
  whatsNew: {
    title: 'Parlance {{version}} 的新内容',
    notes: '更新列表',
    close: '关闭',
    updated: 'Parlance 已更新到 {{version}}。',
    show: '查看新内容',
  },
};
