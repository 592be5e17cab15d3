import type { enNetwork } from './en-network';
import type { Translated } from './translated';

/** 关于到服务器的连接，以及连接过哪些地方的文字。 */
export const zhNetwork: Translated<typeof enNetwork> = {
  network: {
    check: '逐步检查',
    checking: '正在检查…',
    findings: '连接检查',
    notReached: '未检查：前面的步骤失败了。',
    step: {
      proxy: '代理：',
      name: '域名解析：',
      connection: '连接：',
      certificate: '证书：',
      address: 'API 地址：',
      key: '密钥：',
      model: '模型：',
    },
    ok: {
      proxy: '经由 {{detail}}。',
      name: '已找到 {{detail}}。',
      connection: '{{detail}} 有应答。',
      certificate: '受信任。',
      address: '{{detail}} 是模型服务器。',
      key: '已被接受。',
      model: '{{detail}} 在列表中。',
    },
    none: {
      proxy: '未使用。',
      name: '由代理完成。',
      connection: '不需要。',
      certificate: '无：此地址未加密（http）。',
      address: '不需要。',
      key: '未保存密钥，服务器也不要求。',
      model: '未选择模型。',
    },
    contacts: '连接过的服务器',
    show: '显示 Parlance 连接过哪些地方',
    hint: 'Parlance 启动以来连接过的所有服务器。除此之外不连接任何地方，也不发送统计信息。此列表只保存在内存中。',
    nothing: '还没有连接过任何服务器。',
    again: '刷新',
    someFailed: '{{requests}} 次，其中 {{failures}} 次没有应答',
    column: {
      server: '服务器',
      why: '用途',
      requests: '请求',
      sent: '发送',
      received: '接收',
      last: '最近',
    },
    purpose: {
      reply: '回复',
      title: '对话标题',
      models: '模型列表',
      test: '连接测试',
      local: '查找本机服务器',
      update: 'Parlance 新版本',
      dictionaries: '拼写检查词典',
    },
  },
};
