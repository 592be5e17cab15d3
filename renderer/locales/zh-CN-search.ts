import type { enSearch } from './en-search';
import type { Translated } from './translated';

/** Strings of the search through all chats and of finding in one, in Simplified Chinese. */
export const zhSearch: Translated<typeof enSearch> = {
  search: {
    label: '搜索对话',
    placeholder: '搜索',
    clear: '清除搜索',
    results: '搜索结果',
    order: '排序',
    newest: '最新优先',
    best: '最相关优先',
    count_one: '{{count}} 条结果',
    count_other: '{{count}} 条结果',
    countMore: '超过 {{count}} 条结果',
    none: '没有结果',
    noneHint: '可以减少或更换关键词，也可以用下列条件缩小范围：',
    loadingMore: '正在加载更多结果…',
    indexing: '较早的消息仍在建立索引，稍后可能会有更多结果。',
    rankedOnly:
      '匹配的消息非常多，此处只对其中 {{count}} 条排序：最新的、用词最贴近的，以及各个时期的一部分。“最新优先”可列出全部。',
    failed: '搜索未能完成。',
    inTitle: '对话',
    role: { user: '用户', assistant: '助手', system: '系统', developer: '开发者', tool: '工具' },
    operators: '搜索条件',
    operator: {
      phrase: '完全按此顺序出现的词语',
      exclude: '不含这个词',
      role: '按消息角色：user、assistant、system、tool',
      model: '按作答的模型',
      after: '从这一天、这个月或这一年起，如 2025-3、昨天、上个月、去年',
      before: '早于这一天、这个月或这一年',
      tag: '只在有此标签的对话中',
      in: '只在标题包含此词或位于此文件夹的对话中；in:current 为当前对话',
      has: '含有代码（code）、图片（image）或文件（file）',
      is: '置顶的对话或固定的消息；is:archived 为已归档的对话',
    },
    hit: '搜索命中',
    hitOf: '第 {{at}} 处，共 {{count}} 处',
    hitOfMore: '第 {{at}} 处，共超过 {{count}} 处',
    previousHit: '上一处命中',
    nextHit: '下一处命中',
    closeHit: '移除标记',
  },
  find: {
    label: '在对话中查找',
    previous: '上一个匹配',
    next: '下一个匹配',
    close: '关闭查找',
    spoken: '第 {{at}} 个匹配，共 {{count}} 个',
    spokenNone: '没有匹配',
  },
};
