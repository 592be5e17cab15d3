import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BACKGROUND } from '../../../main/app/background';

it('starts the window in the colours of its page, so that nothing flashes', () => {
  const tokens = readFileSync('renderer/styles/tokens.css', 'utf8');
  expect(tokens).toContain(`--page: light-dark(${BACKGROUND.light}, ${BACKGROUND.dark});`);
});
