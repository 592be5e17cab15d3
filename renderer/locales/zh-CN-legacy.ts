import type { enLegacy } from './en-legacy';
import type { Translated } from './translated';

/** Strings of the settings that only models of the legacy Completions endpoint have. */
export const zhLegacy: Translated<typeof enLegacy> = {
  legacy: {
    title: '对话转提示词',
    hint: '这个模型不认识消息，只会接着一段文本往下写；这段文本由整个对话拼成。',
    format: '提示词格式',
    kind: { dialogue: '对话体', plain: '纯文本', custom: '自定义' },
    kindHint: {
      dialogue: '每条消息前写明说话人，由模型接着写助手的下一句。',
      plain: '只把各条文本依次相连，输入什么就发送什么。',
      custom: '每条消息套用其角色的模板，{{place}} 代表消息文本。',
    },
    part: { system: '系统模板', user: '用户模板', assistant: '助手模板', ending: '结尾' },
    noText: '此处必须恰好出现一次 {{place}}。',
    partTooLong: '最多 2,000 个字符。',
    showPrompt: '显示提示词',
    hidePrompt: '隐藏提示词',
    prompt: '提示词',
    promptUnknown: '提示词尚未生成。',
    promptCut_one: '前面还有 {{characters}} 个字符未显示。',
    promptCut_other: '前面还有 {{characters}} 个字符未显示。',
    maxTokensHint: '留空时，回复在 16 个令牌后结束。',
    stopHint: '不设停止序列“{{stop}}”，模型可能会替用户接着写下去。',
    addStop: '添加“{{stop}}”',
    suffix: '后缀',
    suffixHint: '回复之后的文本，由模型补全中间的部分。',
    echoHint: '回复以提示词开头，并会随之再次发送。',
    bestOfHint: '服务器会生成这么多条回复并全部计费，只返回最好的。',
    bestOfWhole: '择优要等全部生成后才有结果，因此回复不会流式显示；所有回复都会计费。',
  },
};
