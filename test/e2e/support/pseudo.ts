import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..', '..');

/** Where the page's English strings are given to its translator, in the bundle. */
const ENGLISH = /resources:\{en:\{translation:([\w$]+)\}/g;

/**
 * Every string longer by two fifths, as German is, each letter with an accent, and between brackets: what is cut off misses
 * the second one. Names that are filled in stay. Written into the bundle as it stands here, so it needs nothing else.
 */
export function inPseudo(strings: object): object {
  const accents = 'àƀćđéƒĝĥîĵķļṁñöþɋŕšťûṽŵẋýž';
  const accented = (text: string) =>
    text.replace(/[a-z]/gi, (letter) => {
      const small = accents[letter.toLowerCase().charCodeAt(0) - 97] ?? letter;
      return letter === letter.toLowerCase() ? small : small.toUpperCase();
    });
  const longer = (text: string) => {
    const more = Math.ceil(text.length * 0.4);
    const filling = text.includes(' ') ? ' ñöŵ éṽéñ ļöñĝéŕ' : 'ñöŵļöñĝéŕ';
    return text + filling.repeat(Math.ceil(more / filling.length)).slice(0, more);
  };
  const pseudo = (text: string) =>
    `⟦${longer(text)
      .split(/(\{\{[^}]*\}\}?)/)
      .map((part) => (part.startsWith('{{') ? part : accented(part)))
      .join('')}⟧`;
  return Object.fromEntries(
    Object.entries(strings).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudo(value) : inPseudo(value as object),
    ]),
  );
}

/** A copy of the built app whose English is longer and marked; `remove` takes it away. */
export const makePseudoApp = async (): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parlance-pseudo-'));
  await cp(path.join(root, 'out'), path.join(folder, 'out'), { recursive: true });
  await cp(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const assets = path.join(folder, 'out', 'renderer', 'assets');
  let replaced = 0;
  for (const name of (await readdir(assets)).filter((file) => /^index-.*\.js$/.test(file))) {
    const file = path.join(assets, name);
    const code = await readFile(file, 'utf8');
    const changed = code.replace(ENGLISH, (_, strings: string) => {
      replaced += 1;
      return `resources:{en:{translation:(${inPseudo.toString()})(${strings})}`;
    });
    if (changed !== code) await writeFile(file, changed);
  }
  if (replaced !== 1) throw new Error(`The English strings were found ${replaced} times in the bundle.`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
