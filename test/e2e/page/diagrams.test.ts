import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { complaints } from '../support/complaints';
import { answered, ask, assistantMessages, messageBox, saveServer } from '../support/drive';
import { test } from '../support/fixtures';
import { showCode } from '../support/preview';

const FLOW = 'flowchart TD\n  A[Start] --> B{Good?}\n  B -->|yes| C[Shipped]\n  B -->|no| A';

/** A small diagram of each kind that people use. */
const KINDS: Readonly<Record<string, string>> = {
  flowchart: FLOW,
  sequenceDiagram: 'sequenceDiagram\n  Alice->>Bob: Hello\n  Bob-->>Alice: Hi',
  classDiagram: 'classDiagram\n  Animal <|-- Duck\n  Animal : +int age',
  'stateDiagram-v2': 'stateDiagram-v2\n  [*] --> Still\n  Still --> [*]',
  erDiagram: 'erDiagram\n  CUSTOMER ||--o{ ORDER : places',
  gantt: 'gantt\n  dateFormat YYYY-MM-DD\n  section A\n  Task :a1, 2026-01-01, 30d',
  pie: 'pie title Pets\n  "Dogs" : 386\n  "Cats" : 85',
  mindmap: 'mindmap\n  root((mind))\n    One\n    Two',
  gitGraph: 'gitGraph\n  commit\n  branch develop\n  commit',
  journey: 'journey\n  title Day\n  section Work\n    Tea: 5: Me',
  timeline: 'timeline\n  title History\n  2002 : LinkedIn\n  2004 : Facebook',
  quadrantChart: 'quadrantChart\n  x-axis Low --> High\n  y-axis Low --> High\n  A: [0.3, 0.6]',
  'xychart-beta': 'xychart-beta\n  x-axis [jan, feb]\n  y-axis "Sum" 0 --> 10\n  bar [5, 6]',
  'sankey-beta': 'sankey-beta\nA,B,10\nA,C,5',
  'block-beta': 'block-beta\n  columns 2\n  a b',
  'architecture-beta':
    'architecture-beta\n  service db(database)[Database]\n  service web(server)[Web]\n  db:L -- R:web',
};

const picture = (block: Locator): Locator => block.getByRole('img', { name: /^Diagram: / });

const sourceOf = (image: Locator): Promise<string> =>
  image.evaluate((element: HTMLImageElement) => decodeURIComponent(element.src));

test('a diagram of every usual kind is drawn as a picture, and no policy refuses any of it', async ({
  launch,
}) => {
  const server = await startFaultServer({
    reply: () =>
      Object.values(KINDS)
        .map((source) => `\`\`\`mermaid\n${source}\n\`\`\``)
        .join('\n\n'),
  });
  const { page } = await launch();
  const complained = complaints(page);
  await saveServer(page, server.baseUrl);
  await ask(page, 'All kinds');
  await answered(page);
  const blocks = assistantMessages(page).first().getByRole('figure', { name: 'Mermaid' });
  const names = Object.keys(KINDS);
  await expect(blocks).toHaveCount(names.length);
  for (const [index, name] of names.entries()) {
    const block = blocks.nth(index);
    await block.scrollIntoViewIfNeeded();
    const image = block.getByRole('img', { name: `Diagram: ${name}` });
    await expect(image, name).toBeVisible({ timeout: 20_000 });
    // A picture that is no picture has no width.
    await expect
      .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth), name)
      .toBeGreaterThan(40);
  }
  expect(complained).toEqual([]);
  await server.close();
});

test('the source is one click away; what cannot be drawn says why and shows its source', async ({
  launch,
}) => {
  const { page } = await launch();
  const block = await showCode(page, 'mermaid', FLOW, 'Mermaid');
  await expect(picture(block)).toBeVisible({ timeout: 20_000 });
  await expect(block.locator('pre')).toHaveCount(0);
  const shown = block.getByRole('button', { name: 'Preview', exact: true });
  await expect(shown).toHaveAttribute('aria-pressed', 'true');
  await shown.click();
  await expect(block.locator('pre')).toContainText('B -->|no| A');
  await expect(picture(block)).toHaveCount(0);
  await shown.click();
  await expect(picture(block)).toBeVisible();

  await page.getByRole('button', { name: 'New chat' }).click();
  const broken = await showCode(page, 'mermaid', 'flowchart TD\n  A[never closed', 'Mermaid');
  await expect(broken.getByRole('note')).toContainText('cannot be drawn', { timeout: 20_000 });
  await expect(broken.getByRole('note')).toContainText('Parse error');
  await expect(broken.getByText('A[never closed').last()).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a diagram is drawn anew in the colours of the other theme', async ({ launch }) => {
  const { page } = await launch();
  const block = await showCode(page, 'mermaid', FLOW, 'Mermaid');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(picture(block)).toBeVisible({ timeout: 20_000 });
  const light = await sourceOf(picture(block));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => sourceOf(picture(block))).not.toBe(light);
  expect(light).toContain('Shipped');
});

test('what a diagram would run, load or open stays text, and its own settings cannot loosen that', async ({
  launch,
}) => {
  const { page } = await launch();
  const hostile = [
    '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}, "themeCSS": "* { background: url(https://evil.example/css) }"}}%%',
    'flowchart TD',
    '  A["<img src=x onerror=alert(1)><script>alert(2)</script>"] --> B["<b onclick=alert(3)>bold</b>"]',
    '  click A href "javascript:alert(4)"',
    '  click B call alert(5)',
  ].join('\n');
  const block = await showCode(page, 'mermaid', hostile, 'Mermaid');
  await expect(picture(block)).toBeVisible({ timeout: 20_000 });
  const drawn = await sourceOf(picture(block));
  expect(drawn).not.toMatch(/<script|\son\w+=|javascript:/i);
  // A picture is a document in which nothing runs, loads or can be clicked: nothing of it is in the page.
  await expect(block.locator('svg:not(.lucide)')).toHaveCount(0);
  expect(await page.evaluate(() => document.querySelectorAll('script:not([src])').length)).toBe(0);
});

test('a diagram is enlarged, moved by keys, copied and saved', async ({ launch, profile }) => {
  const { app, page } = await launch();
  const block = await showCode(page, 'mermaid', FLOW, 'Mermaid');
  await expect(picture(block)).toBeVisible({ timeout: 20_000 });
  await block.getByRole('button', { name: 'Enlarge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Diagram: flowchart' });
  const canvas = dialog.getByRole('region', { name: /^Picture/ });
  await expect(canvas).toBeFocused();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect(dialog.getByText('156 %')).toBeVisible();
  const moved = () => canvas.locator('img').evaluate((image) => image.style.transform);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(moved).toContain('translate(40px, 0px)');
  await dialog.getByRole('button', { name: 'Fit to window' }).click();
  await expect.poll(moved).toBe('translate(0px, 0px) scale(1)');
  await dialog.getByRole('button', { name: 'Copy as SVG' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^<svg .*Shipped/s);
  await dialog.getByRole('button', { name: 'Copy as PNG' }).click();
  const copiedWidth = () =>
    app.evaluate(({ clipboard }) => {
      // No longer in the types of the Electron that is installed, but in the one that runs.
      const { readImage } = clipboard as unknown as { readImage: () => { getSize: () => { width: number } } };
      return readImage().getSize().width;
    });
  await expect.poll(copiedWidth).toBeGreaterThan(200);
  const file = path.join(profile, 'saved.png');
  await app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await dialog.getByRole('button', { name: 'Save as PNG' }).click();
  await expect
    .poll(async () => (await readFile(file).catch(() => Buffer.of())).subarray(1, 4).toString())
    .toBe('PNG');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a drawing that never ends holds up nothing and is given up; the next one is drawn', async ({
  launch,
}) => {
  test.setTimeout(90_000);
  const { page } = await launch();
  const first = await showCode(page, 'mermaid', FLOW, 'Mermaid');
  await expect(picture(first)).toBeVisible({ timeout: 20_000 });
  const drawing = page.frames().find((frame) => frame.url().startsWith('frame://diagrams/'));
  expect(drawing).toBeDefined();
  void drawing
    ?.evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await page.getByRole('button', { name: 'New chat' }).click();
  const stuck = await showCode(page, 'mermaid', KINDS.pie ?? '', 'Mermaid');
  await messageBox(page).pressSequentially('typed while it is drawn');
  await expect(messageBox(page)).toHaveValue('typed while it is drawn');
  await expect(stuck.getByRole('note')).toContainText('too long', { timeout: 30_000 });
  await messageBox(page).fill('');
  await page.getByRole('button', { name: 'New chat' }).click();
  const next = await showCode(page, 'mermaid', KINDS.mindmap ?? '', 'Mermaid');
  await expect(picture(next)).toBeVisible({ timeout: 20_000 });
});
