import type { SampleChat } from './sample-chat';

/** 中文示例对话：每个对话本身就演示了所讲的内容。 */
export const samplesZhCn: readonly SampleChat[] = [
  {
    title: '用例子告诉模型',
    messages: [
      { role: 'system', text: '把零散的笔记改写成一句通顺的话。' },
      { role: 'user', text: '会改期，周二→周四，下午3点，原会议室' },
      { role: 'assistant', text: '会议由周二改到周四下午 3 点，仍在原会议室举行。' },
      { role: 'user', text: '上面这些真的发给模型了吗？' },
      {
        role: 'assistant',
        text: `没有，一次请求也没有发出。上面的每条消息都是手工写的，回复也不例外。模型先读到这样的一问一答，之后就会照着做。

1. 输入消息，在输入框旁选择它的角色：**用户**、**助手**或**系统**。
2. 点击**只添加，不发送**。
3. 再输入真正的问题，按回车键：所有内容会一起发送。

回复下方的**查看请求**会逐字节显示实际发送的内容。`,
      },
    ],
  },
  {
    title: '写过的都不会丢',
    messages: [
      { role: 'user', text: '给一家书店起个名字。' },
      { role: 'assistant', text: '*第二排书架*' },
    ],
    instead: [
      { role: 'user', text: '给一家海边的书店起个名字。' },
      { role: 'assistant', text: '*盐与纸*' },
      { role: 'user', text: '原来的问题去哪儿了？' },
      {
        role: 'assistant',
        text: `还在。编辑问题、重新生成回答，或者点击**从这里分支**，都会产生一个*分支*：问题下方的箭头 **‹ 2 / 2 ›** 可在分支之间切换，上方的**显示分支**会画出整棵树。

删除的对话先进入**回收站**，几乎所有操作都能用 Ctrl+Z（Mac 上为 ⌘Z）撤销。输入了还没发送的内容也会保留，崩溃也不例外。`,
      },
    ],
  },
  {
    title: '从这里开始',
    messages: [
      { role: 'user', text: '第一天需要知道些什么？' },
      {
        role: 'assistant',
        text: `| 想要…… | 按键 |
| --- | --- |
| 执行任何操作 | Ctrl+K，然后输入名称 |
| 新建对话 | Ctrl+N |
| 搜索所有对话 | Ctrl+Shift+F |
| 换一个模型 | Ctrl+Shift+M |
| 停止回复 | Ctrl+. |
| 查看和更改全部按键 | Ctrl+/ |

在 Mac 上，用 ⌘ 代替 Ctrl。

输入框下方显示下一次请求会占用模型上下文窗口的多少，以及费用。放不下的内容不会悄悄丢掉：对话中有一条线，标明从哪里开始发送。`,
      },
      { role: 'user', text: '回复可以是什么样子？' },
      {
        role: 'assistant',
        text: `可以有公式 $e^{i\\pi} + 1 = 0$、图表和带颜色的代码：

\`\`\`mermaid
flowchart LR
  用户 --> Parlance --> 服务器["所选的服务器"]
\`\`\`

\`\`\`python
def halve(n: int) -> int:
    """向下取整。"""
    return n // 2
\`\`\`

图片、PDF 和文本文件可以用回形针按钮添加，也可以直接粘贴，或拖到窗口上。`,
      },
      { role: 'user', text: '对话会传到哪里？' },
      {
        role: 'assistant',
        text: `按下回车键时，只发送到所选的服务器，不会去别的地方。在这台电脑上，对话始终**加密**保存。“设置 › 网络”列出连接过的每一台服务器和原因。

这些示例对话可以一次全部移除：按 Ctrl+K，输入“示例”。`,
      },
    ],
  },
];
