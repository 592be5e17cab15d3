import type { SampleChat } from './sample-chat';

/** Sample chats in English: each teaches one thing, by being it. */
export const samplesEn: readonly SampleChat[] = [
  {
    title: 'Show what you want',
    messages: [
      { role: 'system', text: 'You turn rough notes into one clear sentence.' },
      { role: 'user', text: 'mtg moved, tue -> thu, 3pm, same room' },
      {
        role: 'assistant',
        text: 'The meeting has moved from Tuesday to Thursday at 3 p.m., in the same room.',
      },
      { role: 'user', text: 'Was that really sent to a model?' },
      {
        role: 'assistant',
        text: `No: nobody was asked. Every message above was typed, the reply too. A model that reads such a pair first does the next one in the same way.

1. Type a message and choose whose it is beside the message box: **User**, **Assistant** or **System**.
2. Press **Add without sending**.
3. Then ask your question and press Enter: all of it is sent together.

**Show request** below a reply shows exactly what was sent, down to the byte.`,
      },
    ],
  },
  {
    title: 'Nothing is thrown away',
    messages: [
      { role: 'user', text: 'Suggest a name for a bookshop.' },
      { role: 'assistant', text: '*The Second Shelf*' },
    ],
    instead: [
      { role: 'user', text: 'Suggest a name for a bookshop by the sea.' },
      { role: 'assistant', text: '*Salt and Paper*' },
      { role: 'user', text: 'Where has the first question gone?' },
      {
        role: 'assistant',
        text: `It is still here. An edited question, another answer, or **Branch from here** begins a *branch*: the arrows **‹ 2 / 2 ›** below the question go from one to the other, and **Show branches**, above, draws them all as a map.

What you delete goes to the **Trash** first, and almost everything is undone by Ctrl+Z (⌘Z on a Mac). What you have typed and not sent is kept too, even over a crash.`,
      },
    ],
  },
  {
    title: 'Start here',
    messages: [
      { role: 'user', text: 'What should I know on my first day?' },
      {
        role: 'assistant',
        text: `| To… | press |
| --- | --- |
| do anything | Ctrl+K, and type what |
| start a chat | Ctrl+N |
| search all chats | Ctrl+Shift+F |
| choose another model | Ctrl+Shift+M |
| stop a reply | Ctrl+. |
| see all keys, and change them | Ctrl+/ |

On a Mac it is ⌘ in place of Ctrl.

Below the message box you see how much of the model’s context window the next request takes, and what it costs. What does not fit is never dropped silently: a line in the chat shows from where on it is sent.`,
      },
      { role: 'user', text: 'What can a reply look like?' },
      {
        role: 'assistant',
        text: `Formulas, $e^{i\\pi} + 1 = 0$, diagrams, and code in colour:

\`\`\`mermaid
flowchart LR
  You --> Parlance --> Server["The server you chose"]
\`\`\`

\`\`\`python
def halve(n: int) -> int:
    """Rounds down."""
    return n // 2
\`\`\`

Attach images, PDFs and text files by the paper clip, by pasting or by dropping them on the window.`,
      },
      { role: 'user', text: 'And where do my chats go?' },
      {
        role: 'assistant',
        text: `To the server that you chose, when you press Enter, and nowhere else. Here they are kept **encrypted** on this computer. Settings › Network lists every server that was ever contacted, and why.

These sample chats go away in one go: press Ctrl+K and type “sample”.`,
      },
    ],
  },
];
