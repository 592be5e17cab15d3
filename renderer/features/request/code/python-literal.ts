import type { Call } from './call';
import type { LiteralStyle } from './literal';
import { literal, stringLiteral } from './literal';

const STYLE: LiteralStyle = {
  words: { true: 'True', false: 'False', null: 'None' },
  key: (name) => `${stringLiteral(name)}: `,
  indent: '    ',
};

/** The fields of a body as keyword arguments, one a line. Their names are OpenAI's: identifiers, and no keywords. */
export const keywordArguments = (body: Call['body']): string =>
  Object.entries(body)
    .map(([name, value]) => `${STYLE.indent}${name}=${literal(value, STYLE, STYLE.indent)},\n`)
    .join('');
