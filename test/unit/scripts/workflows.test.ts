import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly uses?: string;
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = '.github/workflows';
const workflows = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(path.join(FOLDER, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ workflow }) => Object.values(workflow.jobs));
const steps = jobs.flatMap((job) => job.steps ?? []);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** What GitHub knows of a job and a step, as far as it is used here (its workflow syntax); a misspelt key is left out unsaid. */
const JOB_KEYS = /^(name|needs|uses|permissions|strategy|runs-on|timeout-minutes|steps)$/;
const STEP_KEYS = /^(name|if|uses|with|run|env)$/;

describe('the workflows', () => {
  test('say nothing that GitHub does not know, and each step does one thing', () => {
    const unknown = [
      ...jobs.flatMap((job) => Object.keys(job)).filter((key) => !JOB_KEYS.test(key)),
      ...steps.flatMap((step) => Object.keys(step)).filter((key) => !STEP_KEYS.test(key)),
    ];
    expect(unknown).toEqual([]);
    expect(steps.filter(({ uses, run }) => (uses === undefined) === (run === undefined))).toEqual([]);
    for (const { workflow } of workflows)
      for (const { needs, uses, steps: own } of Object.values(workflow.jobs)) {
        if (needs !== undefined) expect(workflow.jobs).toHaveProperty(needs);
        expect((uses === undefined) === (own === undefined)).toBe(false);
      }
  });

  test('run only npm scripts that there are', () => {
    const named = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(String(name) in manifest.scripts))).toEqual([]);
  });

  test('hold no logic of their own: a step is one command', () => {
    expect(steps.filter(({ run }) => run !== undefined && /\n|&&|;|\|/.test(run.trim()))).toEqual([]);
  });

  test('take other people’s actions by their content, which nobody can change', () => {
    const used = [...steps, ...jobs].flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    const loose = used.filter((uses) => !uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses));
    expect(loose).toEqual([]);
    const missing = used.filter((uses) => uses.startsWith('./') && !existsSync(uses));
    expect(missing).toEqual([]);
  });

  test('may read only; but the one job that drafts the release', () => {
    for (const { workflow } of workflows) expect(workflow.permissions).toEqual({ contents: 'read' });
    const writers = workflows.flatMap(({ workflow }) =>
      Object.entries(workflow.jobs).filter(([, { permissions }]) => permissions !== undefined),
    );
    expect(writers.map(([name, { permissions }]) => [name, permissions])).toEqual([
      ['draft', { contents: 'write' }],
    ]);
  });

  test('put nothing that a stranger could have named into a shell', () => {
    // Values of the run's own making, which hold no quotes: a matrix, a tag that only a maintainer can push.
    const inserted = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, what]) => what),
    );
    expect(inserted.filter((what) => !/^(matrix\.\w+|github\.ref_name)$/.test(String(what)))).toEqual([]);
  });

  test('hand over the secrets that signing asks for, and no others', async () => {
    const { missingSignatures } = await import('../../../scripts/package/signing.mjs');
    const asked = [...missingSignatures('darwin', {}), ...missingSignatures('win32', {})].join(' ');
    const secrets = steps
      .flatMap(({ env = {} }) => Object.entries(env))
      .filter(([, value]) => value.includes('secrets.'));
    expect(secrets.length).toBeGreaterThan(4);
    for (const [name, value] of secrets) {
      expect(asked).toContain(name);
      expect(value).toBe(`\${{ secrets.${name} }}`);
    }
  });

  test('draft a release of what was tested and built on all three systems', () => {
    const release = workflows.find(({ name }) => name === 'release.yml');
    expect(release?.workflow.jobs.build?.needs).toBe('test');
    expect(release?.workflow.jobs.draft?.needs).toBe('build');
    for (const target of ['--linux', '--win', '--mac']) expect(release?.text).toContain(`target: ${target}`);
    expect(release?.text).toContain('--draft');
  });
});
