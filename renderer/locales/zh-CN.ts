import type { en } from './en';
import type { Translated } from './translated';
import { zhAttachments } from './zh-CN-attachments';
import { zhBeginning } from './zh-CN-beginning';
import { zhBudget } from './zh-CN-budget';
import { zhCommands } from './zh-CN-commands';
import { zhCompare } from './zh-CN-compare';
import { zhErrors, zhReasons } from './zh-CN-errors';
import { zhKeeping } from './zh-CN-keeping';
import { zhLegacy } from './zh-CN-legacy';
import { zhLinked } from './zh-CN-linked';
import { zhLogprobs } from './zh-CN-logprobs';
import { zhCNMarkdown } from './zh-CN-markdown';
import { zhMirror } from './zh-CN-mirror';
import { zhModels } from './zh-CN-models';
import { zhNative } from './zh-CN-native';
import { zhNetwork } from './zh-CN-network';
import { zhOrganise } from './zh-CN-organise';
import { zhParams } from './zh-CN-params';
import { zhCNPictures } from './zh-CN-pictures';
import { zhPromptErrors, zhPrompts } from './zh-CN-prompts';
import { zhReading } from './zh-CN-reading';
import { zhRequest } from './zh-CN-request';
import { zhSearch } from './zh-CN-search';
import { zhSettings } from './zh-CN-settings';
import { zhSettingsFile } from './zh-CN-settings-file';
import { zhCNSpelling } from './zh-CN-spelling';
import { zhStorage } from './zh-CN-storage';
import { zhTools } from './zh-CN-tools';
import { zhTransfer } from './zh-CN-transfer';
import { zhTransferErrors } from './zh-CN-transfer-errors';
import { zhUpdates } from './zh-CN-updates';

/** Every string of the page in Simplified Chinese. */
export const zhCN: Translated<typeof en> = {
  app: {
    readOnlyNewer: '这份聊天记录由更新版本的 Parlance 写入。更新之前只能阅读，不能修改。',
    readOnlyDiskFull: '磁盘已满，腾出空间之前无法保存；当前显示的内容不会丢失。',
    starting: '正在打开聊天记录…',
    settingsSetAside: '设置文件无法读取，已移到一旁；Parlance 以默认设置启动。',
    dismiss: '关闭提示',
    undo: '撤销',
    openSettings: '打开设置',
    tryAgain: '再试一次',
    areaFailed: '窗口的这一部分无法显示，对话没有丢失。',
    reload: '重新加载',
  },
  errors: {
    ...zhErrors,
    ...zhTransferErrors,
    ...zhPromptErrors,
    retryAfter: '服务器要求等待 {{seconds}} 秒。',
    retryAfterMinutes: '服务器要求等待约 {{minutes}} 分钟。',
    parameter: '涉及的设置是“{{parameter}}”。',
    serverSays: '服务器说明：“{{message}}”',
  },
  reasons: zhReasons,
  conversations: {
    title: '对话列表',
    newChat: '新对话',
    chats: '对话',
    empty: '对话会显示在这里。',
    untitled: '未命名对话',
    busy: '正在回复',
    actions: '对话操作',
    rename: '重命名',
    pin: '置顶',
    unpin: '取消置顶',
    pinned: '已置顶',
    archive: '归档',
    unarchive: '移出归档',
    delete: '删除',
    done: {
      renamed: '对话已重命名为“{{title}}”。',
      pinned: '已置顶“{{title}}”。',
      unpinned: '已取消置顶“{{title}}”。',
      archived: '已归档“{{title}}”。列表上方的筛选“已归档”可显示这些对话。',
      unarchived: '已将“{{title}}”移出归档。',
      cameBack: '“{{title}}”有新消息，已移出归档。',
      deleted: '已删除“{{title}}”。',
    },
    groups: {
      pinned: '已置顶',
      today: '今天',
      yesterday: '昨天',
      week: '最近 7 天',
      month: '最近 30 天',
      older: '更早',
    },
    titleField: '对话标题',
    loadingMore: '正在加载更多对话…',
  },
  conversation: {
    title: '当前对话',
    emptyTitle: '想问点什么？',
    emptyHint: '回复来自“{{endpoint}}”。',
    loading: '正在打开对话…',
    showSideBar: '显示侧边栏',
    hideSideBar: '隐藏侧边栏',
    showSettings: '显示生成设置',
    hideSettings: '隐藏生成设置',
  },
  transcript: {
    title: '聊天内容',
    system: '系统消息',
    user: '用户消息',
    developer: '开发者消息',
    assistant: '助手消息',
    tool: '工具消息',
    answers: '多个回答',
    answerOf: '第 {{index}} 个回答，共 {{count}} 个',
    useAnswer: '采用这个回答',
    waiting: '正在等待回复…',
    retrying: '{{reason}}正在重试（第 {{attempt}} 次，共 {{max}} 次）…',
    previousBranch: '上一个分支',
    nextBranch: '下一个分支',
    copy: '复制',
    copied: '已复制',
    edit: '编辑',
    editField: '编辑消息',
    sendEdited: '发送',
    saveEdited: '保存',
    delete: '删除',
    more: '更多操作',
    moveUp: '上移',
    moveDown: '下移',
    deleted: '消息已移除。原来的对话保留为一个分支。',
    cancel: '取消',
    editDiscarded: '已放弃修改。',
    editUnsent: '有未保存的修改',
    regenerate: '重新生成',
    continue: '继续',
    notSentAbove: '此线以上的消息不会发送',
    jumpToLatest: '回到最新',
    showAll: '显示全部',
    showLess: '收起',
    validJson: '有效的 JSON',
    brokenJson: '不是有效的 JSON：在第 {{line}} 行第 {{column}} 列出错',
    tokens: '输入 {{prompt}}，输出 {{completion}}',
    seconds: '{{seconds}} 秒',
    replyComplete: '回复完成',
    replyEnded: '回复提前结束',
    status: {
      stopped: '已停止',
      interrupted: '已中断：回复完成之前 Parlance 已关闭',
    },
    finish: {
      length: '达到令牌数上限，已截断',
      contentFilter: '被内容过滤器拦截',
      toolCalls: '以工具调用结束',
      functionCall: '以函数调用结束',
      other: '结束原因：{{reason}}',
    },
  },
  markdown: zhCNMarkdown,
  composer: {
    message: '消息',
    placeholder: '有问题，尽管问',
    role: '角色',
    roles: { user: '用户', assistant: '助手', system: '系统', developer: '开发者' },
    addWithoutSending: '只添加，不发送',
    send: '发送',
    stop: '停止',
    pasted: '粘贴的文本，{{characters}} 个字符',
    removePasted: '移除粘贴的文本',
    hint: '回车发送，Shift+回车换行',
    fixSettings: '未发送：请先改正标出的生成设置。',
  },
  context: {
    meter: '上下文用量',
    note: '上下文提示',
    exact: '已用 {{used}} / {{window}} 个令牌，为回复预留 {{reserved}} 个',
    about: '约用 {{used}} / {{window}} 个令牌，为回复预留 {{reserved}} 个',
    unknownWindow: '约 {{used}} 个令牌；该模型的上下文窗口大小未知',
    notCounted: '尚未统计',
    short: '{{used}} / {{window}}',
    shortUnknown: '{{used}} 个令牌',
    doesNotFit: '这条消息超出模型的上下文窗口，无法发送。',
    omitted_one: '最早的 {{count}} 条消息放不下，不会发送。',
    omitted_other: '最早的 {{count}} 条消息放不下，不会发送。',
  },
  ...zhAttachments,
  ...zhParams,
  ...zhBeginning,
  ...zhBudget,
  ...zhCommands,
  ...zhCompare,
  ...zhLegacy,
  ...zhLinked,
  ...zhLogprobs,
  ...zhModels,
  ...zhNetwork,
  ...zhSettings,
  ...zhSettingsFile,
  ...zhStorage,
  ...zhPrompts,
  ...zhRequest,
  ...zhMirror,
  ...zhNative,
  ...zhReading,
  ...zhUpdates,
  ...zhTransfer,
  ...zhKeeping,
  ...zhSearch,
  ...zhTools,
  ...zhOrganise,
  ...zhCNPictures,
  ...zhCNSpelling,
};
