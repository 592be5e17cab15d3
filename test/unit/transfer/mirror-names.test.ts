import { describe, expect, it } from 'vitest';
import { filesOf, staleNames } from '../../../main/backstage/mirror/mirror-names';

const ID = '0190a000-0000-7000-8000-00000000000a';
const namesOf = (title: string): readonly string[] => Object.values(filesOf({ id: ID, title, createdAt: 0 }));

describe('staleNames', () => {
  it('lets former names go after the new files are there, and no file of another chat or of a person', () => {
    const others = ['notes.md', '1970-01-01 Sea 00000000000b.md'];
    expect(staleNames([...namesOf('Sea'), ...others], ID, namesOf('Sky'))).toEqual({
      before: [],
      after: namesOf('Sea'),
    });
    expect(staleNames([...namesOf('Sky'), ...others], ID, namesOf('Sky'))).toEqual({ before: [], after: [] });
  });

  it('lets names that differ by case only go before, or they would take the new files with them', () => {
    expect(staleNames(namesOf('sky ß'), ID, namesOf('Sky SS'))).toEqual({
      before: namesOf('sky ß'),
      after: [],
    });
  });

  it('takes decomposed letters for the same name, but not where both spellings stand there', () => {
    const decomposed = namesOf('Caf\u00e9').map((name) => name.normalize('NFD'));
    expect(decomposed).not.toEqual(namesOf('Caf\u00e9'));
    expect(staleNames(decomposed, ID, namesOf('Caf\u00e9'))).toEqual({ before: [], after: [] });
    expect(staleNames([...decomposed, ...namesOf('Caf\u00e9')], ID, namesOf('Cafe\u0301'))).toEqual({
      before: decomposed,
      after: [],
    });
  });
});
