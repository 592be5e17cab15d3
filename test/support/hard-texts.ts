/** Texts that break careless quoting somewhere: shells, here-documents, Python, JavaScript, JSON, terminals. */
export const HARD_TEXTS: readonly string[] = [
  `it's "quoted" \`ticked\` and ''' and """ and '\\''`,
  'back\\slash, \\n that is no line break, \\u0041, a path C:\\new\\table, one at the end \\',
  'line\nline\r\nline\rline\ttab\n\n',
  `$HOME \${HOME} $(touch pwned) \`touch pwned\` $1 $$ !! ~ * ? [a] {b,c} | & ; < > #`,
  "JSON\nEOF\n'JSON'\n}\nJSON\n",
  `%s %d {{braces}} {0} \${\`nested\`} </script> <!-- ]]> @file @-`,
  '你好，世界 👋🏽 👨‍👩‍👧 é e\u0301 \u202eright to left\u202c \u2028 \u2029 \u00a0 \ufeff \u200b',
  'nul \u0000 bell \u0007 escape \u001b[31m delete \u007f lone \ud83d surrogate',
  'True None null undefined NaN __proto__ import os # -- /* */',
  'long '.repeat(40_000),
];
