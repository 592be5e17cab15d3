import { describe, expect, it } from 'vitest';
import { settingsPatch } from '../../../preload/contract/settings';
import { renamedPreset, sameParams, withoutPreset, withPreset } from '../../../renderer/stores/presets';

const cold = { name: 'Cold', params: { temperature: 0 } };
const warm = { name: 'Warm', params: { temperature: 1 } };

describe('presets', () => {
  it('keeps one preset per name: saving again replaces', () => {
    const colder = { name: 'Cold', params: { temperature: 0, seed: 1 } };
    expect(withPreset([cold, warm], colder)).toEqual([colder, warm]);
    expect(withPreset([warm], cold)).toEqual([cold, warm]);
  });

  it('does not lose a preset to a rename onto a name that is taken', () => {
    expect(renamedPreset([cold, warm], 'Warm', 'Cold')).toEqual([cold, warm]);
    expect(renamedPreset([cold, warm], 'Warm', 'Bold')).toEqual([{ ...warm, name: 'Bold' }, cold]);
    expect(withoutPreset([cold, warm], 'Cold')).toEqual([warm]);
  });

  it('knows a preset again whatever the order its settings were made in', () => {
    const format = { type: 'json_schema', name: 'a', strict: true, schema: '{}' } as const;
    const turned = { strict: true, schema: '{}', name: 'a', type: 'json_schema' } as const;
    expect(sameParams({ seed: 1, responseFormat: format }, { responseFormat: turned, seed: 1 })).toBe(true);
    expect(sameParams({ stop: ['a', 'b'] }, { stop: ['b', 'a'] })).toBe(false);
    expect(sameParams({}, { seed: 0 })).toBe(false);
  });
});

describe('the contract', () => {
  const taken = (presets: unknown) => settingsPatch.safeParse({ presets }).success;
  it('bounds how many presets there are, how long, and refuses two of one name', () => {
    const many = Array.from({ length: 51 }, (_, at) => ({ ...cold, name: `${at}` }));
    const long = { name: 'Long', params: { systemPrompt: 'x'.repeat(100_001) } };
    expect([
      taken([cold, warm]),
      taken(many.slice(1)),
      taken(many),
      taken([cold, cold]),
      taken([long]),
    ]).toEqual([true, true, false, false, false]);
    expect(taken([{ name: 'Odd', params: { colour: 1 } }])).toBe(false);
  });
});
