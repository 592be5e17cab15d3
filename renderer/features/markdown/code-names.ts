import { type Grammar, grammarOf } from './highlight/languages';

/* Names that are not the grammar's with a capital letter. */
const names: Readonly<Record<string, string>> = {
  bash: 'Bash',
  cmake: 'CMake',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  dos: 'Batch',
  fsharp: 'F#',
  graphql: 'GraphQL',
  html: 'HTML',
  http: 'HTTP',
  ini: 'INI',
  javascript: 'JavaScript',
  json: 'JSON',
  jsx: 'JSX',
  latex: 'LaTeX',
  matlab: 'MATLAB',
  mermaid: 'Mermaid',
  objectivec: 'Objective-C',
  ocaml: 'OCaml',
  php: 'PHP',
  powershell: 'PowerShell',
  protobuf: 'Protobuf',
  scss: 'SCSS',
  sql: 'SQL',
  svg: 'SVG',
  toml: 'TOML',
  tsx: 'TSX',
  typescript: 'TypeScript',
  wasm: 'WebAssembly',
  x86asm: 'Assembly',
  xml: 'XML',
  yaml: 'YAML',
};

/** The name of a language for people: "ts" is "TypeScript"; a name that is not known stays as the fence has it. */
export const languageName = (language: string): string => {
  const given = language.toLowerCase();
  if (Object.hasOwn(names, given)) return names[given] ?? language;
  const grammar = grammarOf(given);
  if (grammar === null) return language;
  return names[grammar] ?? `${grammar.charAt(0).toUpperCase()}${grammar.slice(1)}`;
};

const endings: Partial<Record<Grammar, string>> = {
  bash: 'sh',
  clojure: 'clj',
  csharp: 'cs',
  dos: 'bat',
  elixir: 'ex',
  erlang: 'erl',
  fortran: 'f90',
  fsharp: 'fs',
  haskell: 'hs',
  javascript: 'js',
  julia: 'jl',
  kotlin: 'kt',
  latex: 'tex',
  markdown: 'md',
  matlab: 'm',
  objectivec: 'm',
  ocaml: 'ml',
  perl: 'pl',
  powershell: 'ps1',
  protobuf: 'proto',
  python: 'py',
  ruby: 'rb',
  rust: 'rs',
  shell: 'txt',
  typescript: 'ts',
  verilog: 'v',
  wasm: 'wat',
  x86asm: 'asm',
};

/* Fences that name an ending themselves. */
const ownEndings = new Set([
  'html',
  'mmd',
  'svg',
  'toml',
  'jsx',
  'tsx',
  'vue',
  'svelte',
  'patch',
  'jsonl',
  'csv',
  'txt',
  'env',
]);

/** The name under which code is offered to be saved. */
export const codeFileName = (language: string): string => {
  const given = language.toLowerCase();
  const grammar = grammarOf(given);
  if (grammar === 'dockerfile') return 'Dockerfile';
  if (grammar === 'makefile') return 'Makefile';
  return `code.${ownEndings.has(given) ? given : grammar === null ? 'txt' : (endings[grammar] ?? grammar)}`;
};
