import { expect, type FrameLocator, type Page } from '@playwright/test';
import { startFaultServer } from '../../support/fault-server';
import { answered, ask, assistantMessages, saveServer } from './drive';

/** Lets a reply hold a block of code, and answers with the block. */
export const showCode = async (page: Page, language: string, code: string, name: string) => {
  const server = await startFaultServer({ reply: () => `\`\`\`\`${language}\n${code}\n\`\`\`\`` });
  await saveServer(page, server.baseUrl);
  await ask(page, 'Show me');
  await answered(page);
  await server.close();
  return assistantMessages(page).first().getByRole('figure', { name });
};

/** Shows code as a page, with its scripts running. */
export const runPage = async (page: Page, html: string): Promise<FrameLocator> => {
  const block = await showCode(page, 'html', html, 'HTML');
  await block.getByRole('button', { name: 'Preview', exact: true }).click();
  await block.getByRole('button', { name: 'Run scripts' }).click();
  await expect(block.getByText('Scripts are running.')).toBeVisible();
  return block.getByTitle('Preview of the page').contentFrame();
};
