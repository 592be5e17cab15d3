import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFileName, languageName } from '../../../../renderer/features/markdown/code-names';
import { highlight } from '../../../../renderer/features/markdown/highlight/highlight';
import { grammarOf } from '../../../../renderer/features/markdown/highlight/languages';
import { readMarkup } from '../../../../renderer/features/markdown/markup';

const asked =
  'bash c cpp c++ csharp c# css dart diff dockerfile elixir go graphql haskell html ini java javascript js json jsx julia ' +
  'kotlin latex lua makefile markdown matlab objectivec perl php powershell protobuf python py r ruby rust scala scss sh ' +
  'sql svg swift toml ts tsx typescript vim vue xml yaml yml zig';

describe('colouring code', () => {
  it('knows the languages that people ask for', () => {
    expect(asked.split(' ').filter((name) => grammarOf(name) === null)).toEqual(['zig']);
  });

  it('knows no language by the names that every object has', () => {
    expect(['constructor', '__proto__', 'toString', ''].map(grammarOf)).toEqual([null, null, null, null]);
  });

  it('changes no letter of the code, line by line', async () => {
    const grammars = ['python', 'typescript', 'xml', 'bash', 'json', 'markdown'].map((name) =>
      grammarOf(name),
    );
    const code = fc.array(
      fc.constantFrom('"', "'", '<b>', '&amp;', '/*', '#', '\n', ' = 1;', '```', '${', '你', '\t'),
      {
        maxLength: 30,
      },
    );
    await fc.assert(
      fc.asyncProperty(code, fc.constantFrom(...grammars), async (pieces, grammar) => {
        const text = pieces.join('');
        if (grammar === null) throw new Error('no grammar');
        const lines = await highlight(grammar, text);
        expect(lines.map((line) => line.map((stretch) => stretch.text).join('')).join('\n')).toBe(text);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('colours a comment that goes over lines on each of them', async () => {
    const lines = await highlight('javascript', '/* a\nb */ let c');
    expect(lines.map((line) => line[0]?.kind)).toEqual(['comment', 'comment']);
  });

  it('names languages and files as people do', () => {
    expect(['ts', 'py', 'c++', 'html', 'brainfuck'].map(languageName)).toEqual([
      'TypeScript',
      'Python',
      'C++',
      'HTML',
      'brainfuck',
    ]);
    expect(['ts', 'py', 'html', 'docker', 'brainfuck', ''].map(codeFileName)).toEqual([
      'code.ts',
      'code.py',
      'code.html',
      'Dockerfile',
      'code.txt',
      'code.txt',
    ]);
  });
});

describe('markup of libraries', () => {
  it('keeps text that is no markup as text', () => {
    for (const text of ['<', 'a < b', '<a href=x>', '<img src=x onerror=alert(1)>', '</', '<!-- -->']) {
      const read = readMarkup(text);
      expect(read.every((part) => typeof part === 'string')).toBe(true);
    }
  });
});
