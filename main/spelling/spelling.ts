import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Session } from 'electron';
import { Failure } from '../../preload/contract/result';
import { oneAtATime } from '../storage/one-at-a-time';
import { dictionaryFile, isWholeDictionary } from './dictionary-file';

/** Where Chromium's dictionaries are kept. */
export const DICTIONARY_SERVER = 'https://redirector.gvt1.com/edgedl/chrome/dict/';

/** The largest of Chromium's dictionaries takes less than 5 MB. */
const LARGEST = 20_000_000;

/** What the spell check stands on. */
export interface SpellingDeps {
  /** The page's session. */
  readonly session: Session;
  readonly profileDir: string;
  /** The way to the network that is noted: the page's session has none. */
  readonly fetch: typeof globalThis.fetch;
  /** Ends with a slash. */
  readonly server: string;
  readonly platform: NodeJS.Platform;
  readonly onProblem: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/**
 * The spell check of the page. Chromium checks, within the sandbox; its dictionaries are fetched here, only when a language is
 * chosen, and put where it looks for them.
 */
export class Spelling {
  readonly #deps: SpellingDeps;
  readonly #oneAtATime = oneAtATime();
  #wanted: readonly string[] = [];

  constructor(deps: SpellingDeps) {
    this.#deps = deps;
  }

  /** Languages that there are dictionaries for. */
  get languages(): readonly string[] {
    return this.#isOfSystem ? ['system'] : this.#deps.session.availableSpellCheckerLanguages;
  }

  /** Where dictionaries come from; null where the operating system has them. */
  get from(): string | null {
    return this.#isOfSystem ? null : new URL(this.#deps.server).host;
  }

  /** Fetches the dictionary of a language unless it is there. Errors: `spelling.notLoaded`. */
  async load(language: string): Promise<void> {
    if (!this.languages.includes(language)) throw new Failure('spelling.notLoaded', 'No such dictionary');
    if (this.#isOfSystem) return;
    await this.#oneAtATime(async () => {
      if (!(await this.#isThere(language))) await this.#fetch(language);
    });
  }

  /** Deletes the dictionary of a language, unless one of `others` uses it too. */
  async forget(language: string, others: readonly string[]): Promise<void> {
    const file = this.#file(language);
    if (!others.some((other) => this.#file(other) === file)) await rm(file, { force: true });
  }

  /** Checks spelling in these languages, as far as they can be had; none: not at all. */
  async use(languages: readonly string[]): Promise<void> {
    this.#wanted = languages;
    const loaded: string[] = [];
    for (const language of languages) {
      const isLoaded = await this.load(language).then(
        () => true,
        () => false,
      );
      if (isLoaded) loaded.push(language);
      else this.#deps.onProblem('spelling.notLoaded', { language });
    }
    // Loading takes its time: others may have been chosen since.
    if (this.#wanted !== languages) return;
    if (!this.#isOfSystem) this.#deps.session.setSpellCheckerLanguages(loaded);
    this.#deps.session.setSpellCheckerEnabled(loaded.length > 0);
  }

  get #isOfSystem(): boolean {
    return this.#deps.platform === 'darwin';
  }

  #file(language: string): string {
    return path.join(this.#deps.profileDir, 'Dictionaries', dictionaryFile(language));
  }

  #isThere(language: string): Promise<boolean> {
    return readFile(this.#file(language)).then(isWholeDictionary, () => false);
  }

  async #fetch(language: string): Promise<void> {
    const file = this.#file(language);
    try {
      const answer = await this.#deps.fetch(this.#deps.server + path.basename(file).toLowerCase());
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (!answer.ok || bytes.length > LARGEST || !isWholeDictionary(bytes)) throw new Error('no dictionary');
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.partial`, bytes);
      await rename(`${file}.partial`, file);
    } catch (thrown) {
      throw new Failure('spelling.notLoaded', `Not loaded: ${thrown instanceof Error ? thrown.name : ''}`);
    }
  }
}
