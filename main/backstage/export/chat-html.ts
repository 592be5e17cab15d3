import { micromark, type Options } from 'micromark';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Message } from '../../../preload/contract/history';
import type { MessagePart } from '../../../preload/contract/parts';
import { readBlob } from '../attachments/blobs';
import type { Reader } from '../database/database';
import type { StoredChat } from '../history/chats';
import { headingOf, timeText } from './chat-markdown';
import { DRAWN_STYLE, PAGE_STYLE } from './page-style';
import { pathMessages } from './read-chat';

/** Longer texts, in UTF-16 code units, are shown as they are: formatting them would hold up everything else. */
const MAX_FORMATTED = 60_000;
/** Lines that nest deeper (quotes, lists) would take seconds each. */
const TOO_DEEP = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t])){200}/m;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '');

/**
 * Markdown as the app shows it. By default HTML in it is text and links lead to the web only; images stay links, because
 * loading them would tell their servers who reads the page.
 * @param prefix begins the ids of footnotes: `[^1]` is another one in each message.
 */
const asShown = (prefix: string): Options => ({
  extensions: [gfm(), cjkFriendlyExtension(), { disable: { null: ['labelStartImage'] } }],
  htmlExtensions: [gfmHtml({ clobberPrefix: `${prefix}-` })],
});

/** Puts the marks of a list, the bar of a quote and the columns of a table where the text in them begins, in each language. */
const inOwnDirection = (html: string): string => {
  let depth = 0;
  return html.replaceAll(/<(\/?)(ul|ol|blockquote|table)(?=[ >])/g, (tag, slash: string) => {
    depth += slash === '' ? 1 : -1;
    // What stands within goes the same way: only an outermost one finds all of its text.
    return slash === '' && depth === 1 ? `${tag} dir="auto"` : tag;
  });
};

const plain = (text: string): string => `<pre class="plain">${escapeHtml(text)}</pre>`;

const formatted = (text: string, prefix: string): string => {
  if (text.length > MAX_FORMATTED || TOO_DEEP.test(text)) return plain(text);
  try {
    return inOwnDirection(micromark(text, asShown(prefix)));
  } catch (thrown) {
    // Nested too deeply.
    if (thrown instanceof RangeError) return plain(text);
    throw thrown;
  }
};

const imageHtml = (reader: Reader, hash: string, name: string): string => {
  const { mime, bytes } = readBlob(reader, hash);
  const data = Buffer.from(bytes).toString('base64');
  return `<p><img alt="${escapeHtml(name)}" src="data:${escapeHtml(mime)};base64,${data}"></p>`;
};

const partHtml = (reader: Reader, part: MessagePart, prefix: string): string => {
  switch (part.type) {
    case 'text':
      return formatted(part.text, prefix);
    case 'reasoning':
      return `<details><summary>Reasoning</summary>${formatted(part.text, `${prefix}-reasoning`)}</details>`;
    case 'toolCall':
      return `<p><strong>${escapeHtml(part.name)}</strong></p>${plain(part.arguments)}`;
    case 'toolResult':
      return plain(part.text);
    case 'image':
      return imageHtml(reader, part.hash, part.name);
    case 'file':
      return `<p class="file">${escapeHtml(part.name)}</p>`;
  }
};

/** One part at a time: each may hold an image of megabytes. */
function* messageHtml(reader: Reader, message: Message): Generator<string> {
  yield `<article class="${message.role}">\n<h2>${escapeHtml(headingOf(message))}</h2>\n`;
  for (const part of message.parts) yield `${partHtml(reader, part, message.id)}\n`;
  yield '</article>\n';
}

const headHtml = (title: string, style: string): string =>
  `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
`;

/**
 * A chat's current path as one HTML page that needs nothing else and runs nothing, piece by piece.
 * @param isDrawn for paper or an image, where nothing can be opened or scrolled.
 */
export function* chatHtml(reader: Reader, stored: StoredChat, isDrawn = false): Generator<string> {
  const { title, createdAt, options } = stored.chat;
  yield headHtml(title, isDrawn ? PAGE_STYLE + DRAWN_STYLE : PAGE_STYLE);
  yield `<h1>${escapeHtml(title)}</h1>\n<p class="time">${timeText(createdAt)}</p>\n`;
  const { systemPrompt } = options.params;
  if (systemPrompt)
    yield `<article class="system">\n<h2>System</h2>\n${formatted(systemPrompt, 'system')}\n</article>\n`;
  for (const { message } of pathMessages(reader, stored))
    for (const piece of messageHtml(reader, message))
      yield isDrawn ? piece.replace(/^<details>/, '<details open>') : piece;
  yield '</body>\n</html>\n';
}
