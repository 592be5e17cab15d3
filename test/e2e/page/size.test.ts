import { expect, test } from '@playwright/test';
import { pageSizes } from '../../../scripts/bench/lib/page-size.mjs';
import { mostOf, readNotches } from '../../../scripts/bench/lib/ratchet-file.mjs';

// A library that slips into what is loaded at the start makes every start slower, and nothing else shows it.
test('the built page is no larger than the ratchet lets it be', async () => {
  const [sizes, notches] = await Promise.all([pageSizes(), readNotches()]);
  expect(Object.keys(notches)).toEqual(expect.arrayContaining(Object.keys(sizes)));
  for (const [name, ratio] of Object.entries(sizes))
    expect(ratio, name).toBeLessThanOrEqual(mostOf(notches[name]));
});
