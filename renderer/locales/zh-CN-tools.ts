import type { enTools } from './en-tools';
import type { Translated } from './translated';

/** Strings of tools, their calls and results, of what a model thought, and of names. */
export const zhTools: Translated<typeof enTools> = {
  tools: {
    field: '工具',
    hint: '模型可以调用的函数：JSON 数组，格式与 API 相同。',
    insertExample: '插入示例',
    problem: {
      tooLong: '最多 400,000 个字符。',
      notJson: '这还不是有效的 JSON。',
      notArray: '请写成 JSON 数组：工具放在 [ 和 ] 之间。',
      none: '数组是空的。请添加工具，或清空此栏。',
      tooMany: '最多 128 个工具。',
      noFunction: '第 {{number}} 个工具不是函数：需要 "type": "function"，以及带有 "name" 的 "function"。',
      badName: '第 {{number}} 个工具的名称只能用字母、数字、_ 和 -，1 到 64 个字符。',
      sameName: '第 {{number}} 个工具与前面的工具重名。',
    },
    choice: '工具选择',
    choices: { auto: '自动', none: '不调用', required: '必须调用' },
    choiceGone: '{{name}}（不在工具之列）',
    choiceGoneHint: '所选函数不在工具之列，API 会拒绝。',
    onlyWithTools: '只随工具一起发送。',
    call: '调用 {{name}}',
    unnamed: '未命名的函数',
    copyArguments: '复制参数',
    noArguments: '没有参数',
    brokenArguments: '参数不是有效的 JSON：第 {{line}} 行第 {{column}} 列出错。',
    misfit: '参数不符合函数的参数定义：{{reason}}',
    misfitAt: '参数在 {{place}} 处不符合函数的参数定义：{{reason}}',
    notOffered: '请求中没有提供这个名称的函数。',
    resultOf: '{{name}} 的结果',
    sendResults: '发送结果',
    resultsHint: '函数返回了什么？内容会原样交给模型。',
    resultsHintMany: '每个调用都要有结果才能发送。没有结果时可填写：null',
    leavesBelow: '下方的消息会保留在单独的分支上。',
    open: '该调用还没有结果。补上之前，API 会拒绝这个对话。',
    stray: '该结果不对应上方回复中的任何调用，API 会拒绝这个对话。',
    deleteStray: '删除该结果',
    askForReply: '请求回复',
  },
  reasoning: { title: '推理过程' },
  names: {
    name: '名称',
    add: '为消息设置名称',
    problem: '只能用字母、数字、_ 和 -，最多 64 个字符。',
  },
};
