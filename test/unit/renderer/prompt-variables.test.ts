import { describe, expect, it } from 'vitest';
import { fillVariables, variablesOf } from '../../../renderer/features/prompts/variables';

describe('variables of a prompt', () => {
  it.each([
    ['none', []],
    ['{{name}}', [{ name: 'name', initial: '' }]],
    ['{{ 语言 }}和{{语言=中文}}', [{ name: '语言', initial: '中文' }]],
    [
      '{{a=x=y}} {{b={x}}}',
      [
        { name: 'a', initial: 'x=y' },
        { name: 'b', initial: '{x' },
      ],
    ],
    ['{{}} {{ }} {{=x}} {single} \\{{kept}} {{{{', []],
    ['{{two\nlines}}', []],
    ['{{long=a\nb}}', [{ name: 'long', initial: 'a\nb' }]],
    [`{{${'x'.repeat(81)}}}`, []],
  ])('finds them in %j, each once, and nothing that only looks like one', (text, variables) => {
    expect(variablesOf(text)).toEqual(variables);
  });

  it('puts values in as they are: dollar signs and braces in them mean nothing', () => {
    const values = new Map([
      ['a', '$& {{b}} $1'],
      ['b', ''],
    ]);
    expect(fillVariables('<{{a}}|{{ b =x}}|{{c=z}}|{{d}}>', values)).toBe('<$& {{b}} $1||z|>');
  });

  it('leaves what is no variable, and takes one backslash from what is escaped', () => {
    expect(fillVariables('{{}} {x} \\{{a}} \\\\{{a}}', new Map([['a', '1']]))).toBe('{{}} {x} {{a}} \\{{a}}');
  });

  it('takes no value from what every object has', () => {
    expect(fillVariables('{{constructor}}', new Map())).toBe('');
  });

  it('reads a text of many open braces in linear time', () => {
    expect(variablesOf('{{a='.repeat(25_000))).toEqual([]);
  });
});
