/** What a reply tells of the request it answers. */
export interface EchoedRequest {
  /** The person's last message, already quoted as Markdown. */
  readonly quoted: string;
  readonly messageCount: number;
  readonly systemPrompt: string | null;
  readonly settings: readonly (readonly [name: string, json: string])[];
  /** From 1. */
  readonly answer: number;
  readonly answers: number;
}

/** The demo's sentences in one language. */
export interface DemoWords {
  readonly reply: (request: EchoedRequest) => string;
  readonly continuation: string;
  /** What is said of a call's result, which is already quoted as Markdown. */
  readonly result: (quoted: string) => string;
}

const rows = (settings: EchoedRequest['settings']): string =>
  settings.map(([name, json]) => `| \`${name}\` | \`${json.replaceAll('|', '\\|')}\` |`).join('\n');

const english: DemoWords = {
  result: (quoted) => `This is the result that came back for the call:

${quoted}

A real model would now put it into an answer. The demo only shows the way it went: your tools were sent, a call came back with arguments that fit, you typed what it gave, and **Send results** sent the whole conversation again, with the call and its result.`,
  continuation:
    ' … and here the demo goes on from where the reply had ended. A real model would finish its sentence; the demo only shows that **Continue** sent the text so far along.',
  reply: ({
    quoted,
    messageCount,
    systemPrompt,
    settings,
    answer,
    answers,
  }) => `## Hello from the Parlance demo
${answers > 1 ? `\n*This is answer ${answer} of ${answers}.*\n` : ''}
No model is at work here: this reply comes from a small server inside the app, over the same HTTP and the same code as a real one. You wrote:

${quoted}

The request held **${messageCount} message${messageCount === 1 ? '' : 's'}**${systemPrompt === null ? ' and no system prompt' : `, with the system prompt “${systemPrompt}”`}.${
    settings.length === 0
      ? ' No settings were sent.'
      : ` These settings were sent with it:\n\n| Setting | Value |\n|---|---|\n${rows(settings)}`
  }

What you can try:

1. **Stop** this reply half-way: what came so far stays.
2. *Edit* your message, or ask for another answer: both versions are kept.
3. Close the app and open it again: the chat is still here, encrypted.

Code is shown like this:

\`\`\`python
def greet(name: str) -> str:
    return f"Hello, {name}!"
\`\`\`

To talk to a real model, open **Settings** and enter an API key, or the address of a server such as Ollama.`,
};

const chinese: DemoWords = {
  result: (quoted) => `这是这次调用返回的结果：

${quoted}

真正的模型会据此写出回答。演示只展示整个过程：工具随请求发出，收到一个参数符合定义的调用，填写结果，再由“发送结果”把整个对话连同调用及其结果一起发送。`,
  continuation:
    ' ……演示从这里接着往下写。真正的模型会把句子写完；演示只是说明，“继续”确实把已有的文字一并发送了。',
  reply: ({ quoted, messageCount, systemPrompt, settings, answer, answers }) => `## 你好，这里是 Parlance 演示
${answers > 1 ? `\n*这是 ${answers} 个回答中的第 ${answer} 个。*\n` : ''}
这里没有真正的模型：这段回复来自应用内置的小服务器，走的是同样的 HTTP 和同样的代码。你写的是：

${quoted}

这次请求包含 **${messageCount} 条消息**${systemPrompt === null ? '，没有系统提示词' : `，系统提示词是“${systemPrompt}”`}。${
    settings.length === 0
      ? '没有附带其他设置。'
      : `附带的设置如下：\n\n| 设置 | 值 |\n|---|---|\n${rows(settings)}`
  }

你可以试试：

1. 中途点击**停止**：已经收到的文字会保留。
2. *编辑*你的消息，或者再要一个回答：两个版本都会保留。
3. 关闭应用再打开：对话还在，并且是加密保存的。

代码会这样显示：

\`\`\`python
def greet(name: str) -> str:
    return f"你好，{name}！"
\`\`\`

要和真正的模型对话，请打开**设置**，填写 API 密钥，或者 Ollama 之类服务器的地址。`,
};

/** The words to answer a question with: Chinese when it holds a Chinese character, else English. */
export const wordsFor = (question: string): DemoWords =>
  /\p{Script=Han}/u.test(question) ? chinese : english;
