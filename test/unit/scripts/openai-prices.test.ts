import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAst } from 'vite';
import { expect, it } from 'vitest';
import { openAiPricesOnly } from '../../../scripts/build/openai-prices.mjs';

const FILE = path.resolve('node_modules/@pydantic/genai-prices/dist/index.js');

const transform = (code: string, file = FILE): unknown => {
  const { transform: hook } = openAiPricesOnly();
  if (typeof hook !== 'function') throw new Error('no transform');
  const context = {
    parse: parseAst,
    error: (message: string) => {
      throw new Error(message);
    },
  };
  return Reflect.apply(hook, context, [code, file]);
};

it('the build ships the prices of OpenAI alone', () => {
  const { code } = transform(readFileSync(FILE, 'utf8')) as { readonly code: string };
  expect(code).toContain('"gpt-4o"');
  expect(code).not.toMatch(/claude|gemini|mistral-large/i);
  expect(code.length).toBeLessThan(120_000);
  expect(code).toContain('calcPrice');
});

it('a package that looks different fails the build instead of shipping everything or nothing', () => {
  expect(() => transform('export const calcPrice = 1;')).toThrow('no list of providers');
  expect(() => transform('const E = [{ id: "anthropic" }];')).toThrow('no list of providers');
});

it('other modules are left alone', () => {
  expect(transform('const E = [{ id: "openai" }];', '/x/index.js')).toBeNull();
});
