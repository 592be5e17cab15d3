import type { enReading } from './en-reading';
import type { Translated } from './translated';

/** 关于阅读长对话的文字。 */
export const zhReading: Translated<typeof enReading> = {
  reading: {
    code: '代码。',
    replyView: '回复生成时',
    replyViews: {
      end: '跟随末尾',
      start: '停在开头',
    },
    selection: '所选消息',
    selected_one: '已选择 {{count, number}} 条消息',
    selected_other: '已选择全部 {{count, number}} 条消息',
    copySelected: '复制为 Markdown',
    clearSelection: '取消选择',
    newLetters_one: '新增 {{count, number}} 字',
    newLetters_other: '新增 {{count, number}} 字',
    newMessages_one: '新增 {{count, number}} 条消息',
    newMessages_other: '新增 {{count, number}} 条消息',
  },
};
