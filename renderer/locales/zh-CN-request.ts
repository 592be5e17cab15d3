import type { enRequest } from './en-request';
import type { Translated } from './translated';

/** 关于一个回答的请求的文字。 */
export const zhRequest: Translated<typeof enRequest> = {
  request: {
    show: '查看请求',
    copyAsCode: '复制为代码',
    again: '原样重新运行',
    title: '请求',
    close: '关闭',
    sent: '已发送',
    received: '已收到',
    loading: '正在整理请求…',
    copyJson: '复制 JSON',
    nothing: '什么也没有收到。',
    showMore: '显示更多（{{shown}} / {{total}} 个字符）',
    sentBody: '发送的正文',
    receivedBody: '收到的消息',
    proven: '根据聊天记录还原并核对过：与发送的内容逐字节一致。',
    unproven: '根据聊天记录还原。Parlance 在记下实际发送的内容之前已关闭，因此无法核对。',
    differs: '根据聊天记录还原，但与实际发送的内容不完全一致。',
    notSent: '这个请求没有发出。',
    refused: '服务器不接受“{{parameter}}”，因此去掉它后重新发送了请求。',
    renamed: '服务器不接受“{{parameter}}”，因此改用“{{name}}”重新发送了这项上限。',
    fingerprintChanged:
      '系统指纹与那个回答相比已改变（从 {{before}} 变为 {{now}}）：同样的随机种子可能得到不同的文字。',
    facts: {
      status: 'HTTP 状态',
      requestId: '请求 ID',
      model: '模型',
      fingerprint: '系统指纹',
      finish: '结束原因',
      tries: '请求次数',
      prompt: '输入令牌',
      promptBoth: '服务器统计 {{counted}}，发送前 Parlance 统计 {{estimated}}',
      promptAbout: '服务器统计 {{counted}}，发送前估计约 {{estimated}}',
      promptExpected: '发送前统计 {{estimated}}',
      promptExpectedAbout: '发送前估计约 {{estimated}}',
      completion: '输出令牌',
      head: '到服务器应答',
      firstToken: '到第一个令牌',
      total: '到结束',
      speed: '每秒令牌数',
      ms: '{{ms}} 毫秒',
    },
  },
};
