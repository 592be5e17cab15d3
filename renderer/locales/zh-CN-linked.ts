import type { enLinked } from './en-linked';
import type { Translated } from './translated';

/** 关于系统请求 Parlance 打开的内容的文字。 */
export const zhLinked: Translated<typeof enLinked> = {
  linked: {
    title: '有链接请求开始对话',
    hint: '这个链接由网页或其他应用打开。在手动发送之前，不会发送任何内容。',
    text: '链接中的文字',
    use: '放入新对话',
    cancel: '取消',
    close: '关闭',
    notRead: '无法读取“{{name}}”，或者它太大，不能放入消息。',
  },
};
