import type { enLogprobs } from './en-logprobs';
import type { Translated } from './translated';

/** Strings of the view of a reply's tokens. */
export const zhLogprobs: Translated<typeof enLogprobs> = {
  logprobs: {
    button: '令牌概率',
    view: '令牌及其概率',
    loading: '正在读取概率…',
    tokens: '令牌',
    legend: '概率',
    from: '{{percent}} 及以上',
    less: '低于 {{percent}}',
    summary_one: '{{tokens}} 个令牌 · 平均概率 {{mean}} · 困惑度 {{perplexity}}',
    summary_other: '{{tokens}} 个令牌 · 平均概率 {{mean}} · 困惑度 {{perplexity}}',
    perplexityHint: '困惑度：模型平均在多少个令牌之间犹豫，1 表示毫不犹豫。',
    noneTold: '服务器没有给出概率。',
    token: '“{{token}}”，{{percent}}',
    part: '{{token}}，“{{character}}”的一部分，{{percent}}',
    bytes: '字节 {{bytes}}',
    empty: '空',
    unknown: '未知',
    alternatives: '“{{token}}”的其他候选',
    noAlternatives: '请求时没有要候选：设置“候选数”后重新提问即可。',
    chosen: '已选用',
    branch: '改用“{{token}}”另开分支',
    partOnly: '这个令牌只是某个字符的一部分，文本不能以它结尾。',
  },
};
