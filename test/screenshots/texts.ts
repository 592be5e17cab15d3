/** What is said in the pictures, in each language: things people really ask. */
export interface PictureTexts {
  readonly question: string;
  readonly reply: string;
  readonly everything: string;
  readonly short: string;
  readonly answers: readonly string[];
  readonly chats: readonly string[];
  readonly searched: string;
}

const CODE = `\`\`\`python
def binary_search(items, wanted):
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low
\`\`\``;

const en: PictureTexts = {
  question: 'Why is binary search so fast? Show me one in Python.',
  reply: `Each step **halves** what is left, so a million items need only about twenty comparisons:

${CODE}

| items | comparisons |
| ---: | ---: |
| 1,000 | 10 |
| 1,000,000 | 20 |
| 1,000,000,000 | 30 |

In general it takes $\\lceil \\log_2 n \\rceil$ steps. The list has to be *sorted* first.`,
  everything: 'Show me everything that Markdown can do.',
  short: 'Name a city for a weekend.',
  answers: [
    'Lisbon: hills, trams and the ocean in half an hour.',
    'Ghent, smaller and calmer than Bruges.',
    'Trieste, for its coffee houses by the sea.',
    'Porto: bridges, tiles and cellars full of wine.',
  ],
  chats: [
    'Plan a weekend in Lisbon',
    'Rename files with a regular expression',
    'Rust lifetimes, gently',
    'A letter to the landlord',
  ],
  searched: 'search',
};

const zhCN: PictureTexts = {
  question: '为什么二分查找这么快？用 Python 写一个给我看。',
  reply: `每一步都会**排除一半**，所以一百万个元素也只需要大约二十次比较：

${CODE}

| 元素个数 | 比较次数 |
| ---: | ---: |
| 1,000 | 10 |
| 1,000,000 | 20 |
| 1,000,000,000 | 30 |

一般需要 $\\lceil \\log_2 n \\rceil$ 步。列表必须事先*排好序*。`,
  everything: '展示一下 Markdown 的所有功能。',
  short: '推荐一个适合周末的城市。',
  answers: [
    '里斯本：山坡、电车，半小时就到海边。',
    '根特，比布鲁日更小、更安静。',
    '的里雅斯特，海边的咖啡馆。',
    '波尔图：桥、瓷砖，还有满是酒香的酒窖。',
  ],
  chats: ['上海周末两日游', '用正则表达式批量重命名', '浅谈 Rust 的生命周期', '给房东的一封信'],
  searched: '查找',
};

/** By the language of the page. */
export const pictureTexts: Readonly<Record<'en' | 'zh-CN', PictureTexts>> = { en, 'zh-CN': zhCN };

/** A message with every element of Markdown. */
export const EVERYTHING = `# Heading 标题

Text with **bold**, *italic*, ~~struck~~, \`code\`, a [link](https://example.org) and a note[^1]. 中文与 English 混排。

> A quote 引用
> in two lines

1. first
2. second
   - [x] done 已完成
   - [ ] open 未完成

| left | centre | right |
| :--- | :---: | ---: |
| 文字 | text | 1,234.5 |

Inline $e^{i\\pi} + 1 = 0$ and a block:

$$\\int_0^1 x^2\\,dx = \\frac{1}{3}$$

\`\`\`ts
const greet = (name: string): string => \`Hello, \${name}!\`; // 你好
\`\`\`

\`\`\`diff
- old line
+ new line
\`\`\`

---

![A picture](https://example.org/picture.png)

[^1]: The note 脚注.
`;
