const BLOCKS = /^<\/?(?:p|h[1-6]|ul|ol|li|blockquote|pre|hr|br|table|thead|tbody|tr|th|td|div)\b/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

const decode = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#x27);/g, (_all, name: string) => ENTITIES[name] ?? '');

const plainTag = (tag: string): string => {
  const [, slash = '', name = '', rest = ''] = /^<(\/?)([\w-]+)([^>]*?)\/?>$/s.exec(tag) ?? [];
  const attributes = [...rest.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)]
    // How a column is aligned is said by an attribute there, by a style here.
    .map(([, key = '', value = '']) =>
      key === 'style' ? ` align=${value.split(':')[1] ?? ''}` : ` ${key}=${decode(value)}`,
    );
  const own = attributes.filter((attribute) => !/^ class=(?:contains-)?task-list/.test(attribute));
  return `<${slash}${name}${own.sort().join('')}>`;
};

/** HTML in one form: what a browser shows the same way is the same. */
export const sameHtml = (html: string): string => {
  const tokens = html.match(/<[^>]+>|[^<]+/g) ?? [];
  let inPre = false;
  return tokens
    .map((token, index) => {
      if (token.startsWith('<')) {
        if (/^<\/?pre\b/.test(token)) inPre = !token.startsWith('</');
        return plainTag(token);
      }
      if (inPre) return decode(token).replace(/\n$/, '');
      const text = decode(token).replace(/\s+/g, ' ');
      const after = BLOCKS.test(tokens[index - 1] ?? '<p>') ? text.trimStart() : text;
      return BLOCKS.test(tokens[index + 1] ?? '<p>') ? after.trimEnd() : after;
    })
    .join('');
};
