/** It begins with a list of all providers, of which OpenAI is a twentieth. */
const PACKAGE_FILE = /@pydantic[\\/]genai-prices[\\/]dist[\\/]index\.js$/;

/** True for `{ id: "openai", … }` in the package's source. @param {string} source */
const isOpenAi = (source) => /^\{\s*id:\s*["']openai["']/.test(source);

/**
 * A Vite plugin that keeps OpenAI's part of the price list and drops the other providers'. Fails the build where the
 * package no longer looks as it did, instead of shipping no prices or all of them.
 *
 * @returns {import('vite').Plugin}
 */
export const openAiPricesOnly = () => ({
  name: 'openai-prices-only',
  transform(code, id) {
    if (!PACKAGE_FILE.test(id)) return null;
    const lists = this.parse(code)
      .body.flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []))
      .flatMap(({ init }) => (init?.type === 'ArrayExpression' ? [init] : []));
    for (const list of lists) {
      const providers = list.elements.map((item) => (item === null ? '' : code.slice(item.start, item.end)));
      const openAi = providers.find(isOpenAi);
      if (openAi === undefined) continue;
      return { code: `${code.slice(0, list.start)}[${openAi}]${code.slice(list.end)}`, map: null };
    }
    return this.error('no list of providers in @pydantic/genai-prices');
  },
});
