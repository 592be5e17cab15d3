import type { enPromptErrors, enPrompts } from './en-prompts';
import type { Translated } from './translated';

/** The strings of the prompt library in Simplified Chinese. */
export const zhPrompts: Translated<typeof enPrompts> = {
  prompts: {
    title: '提示词',
    models: '模型',
    manage: '打开提示词库…',
    found_one: '{{count}} 条提示词；用方向键选择，回车插入',
    found_other: '{{count}} 条提示词；用方向键选择，回车插入',
    foundModels_one: '{{count}} 个模型；用方向键选择，回车确定',
    foundModels_other: '{{count}} 个模型；用方向键选择，回车确定',
    onceModel: '仅这条消息使用：{{model}}',
    removeOnceModel: '改用对话的模型',
    close: '关闭提示词',
    search: '搜索提示词',
    tag: '标签',
    anyTag: '全部标签',
    new: '新建提示词',
    edit: '编辑提示词',
    duplicate: '复制为新提示词',
    delete: '删除提示词',
    deleted: '已删除“{{title}}”。',
    asSystem: '用作系统提示词',
    copyOf: '{{title}}（副本）',
    empty: '还没有提示词。新建之后，在消息的行首输入 / 即可插入。',
    none: '没有符合的提示词。',
    notLoaded: '无法读取提示词。',
    titleField: '标题',
    text: '提示词内容',
    variablesHint: '变量写作 {{plain}}，带默认值写作 {{withDefault}}',
    variables: '插入时需要填写：{{names}}',
    tags: '标签',
    tagsHint: '用逗号分隔',
    badTags: '最多 {{max}} 个标签，每个不超过 {{length}} 个字符。',
    save: '保存提示词',
    cancel: '取消',
    preview: '预览',
    insert: '插入',
    import: '导入提示词…',
    exportJson: '导出为 JSON…',
    exportMarkdown: '导出为 Markdown…',
    added_one: '已添加 {{count}} 条提示词。',
    added_other: '已添加 {{count}} 条提示词。',
    known_one: '{{count}} 条已经存在。',
    known_other: '{{count}} 条已经存在。',
    refused_one: '{{count}} 项不是提示词，或内容过长。',
    refused_other: '{{count}} 项不是提示词，或内容过长。',
    exported: '已写入“{{name}}”。',
  },
  pasted: {
    title: '粘贴的文本',
    open: '打开粘贴的文本',
    text: '粘贴的文本',
    facts: '{{characters}} 个字符，{{tokens}} 个令牌',
    about: '{{characters}} 个字符，约 {{tokens}} 个令牌',
    apply: '应用',
  },
};

/** What can go wrong with prompts. */
export const zhPromptErrors: Translated<typeof enPromptErrors> = {
  prompts: {
    full: { what: '提示词库已满。', fix: '请删除不需要的提示词；没有更改任何内容。' },
  },
};
