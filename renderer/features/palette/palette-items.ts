import { go } from 'fuzzysort';
import { commandNames } from '../../../preload/contract/command-names';
import type { CommandId } from '../../../preload/contract/commands';
import type { Locale } from '../../i18n/i18n';

/** One thing that the palette offers. */
export interface PaletteItem {
  readonly kind: 'command' | 'chat' | 'model';
  /** A command, or the id of a chat or a model. */
  readonly id: string;
  readonly label: string;
  /** What it is found by besides. */
  readonly alias?: string;
}

/** What the palette offers under one heading. */
export interface PaletteGroup {
  readonly value: 'recent' | 'commands' | 'chats' | 'models';
  readonly items: readonly PaletteItem[];
}

/** So many chats are offered before anything is typed. */
const FIRST_CHATS = 6;
/** So many of a kind are offered for what is typed. */
const MOST_FOUND = 12;
/** So many commands stand under the heading of those used last. */
const MOST_RECENT = 4;
/** Below this a match is letters that happen to be there (fuzzysort: 0.5 is a good match). */
const GOOD_ENOUGH = 0.35;

/** A command under its name, found by its English one too: that is what documentation and memory have. */
export const commandItem = (id: CommandId, locale: Locale): PaletteItem => ({
  kind: 'command',
  id,
  label: commandNames[locale][id],
  ...(locale === 'en' ? {} : { alias: commandNames.en[id] }),
});

interface Offer {
  readonly commands: readonly PaletteItem[];
  /** Ids of commands, latest first. */
  readonly recent: readonly string[];
  readonly chats: readonly PaletteItem[];
  readonly models: readonly PaletteItem[];
}

const byHand = ({ commands, recent, chats }: Offer): readonly PaletteGroup[] => {
  const used = recent.flatMap((id) => commands.filter((command) => command.id === id)).slice(0, MOST_RECENT);
  return [
    { value: 'recent', items: used },
    { value: 'commands', items: commands.filter((command) => !used.includes(command)) },
    { value: 'chats', items: chats.slice(0, FIRST_CHATS) },
  ];
};

const found = (query: string, value: PaletteGroup['value'], items: readonly PaletteItem[]) => {
  const hits = go(query, items, {
    keys: ['label', ({ alias = '' }) => alias],
    limit: MOST_FOUND,
    threshold: GOOD_ENOUGH,
  });
  return { best: hits[0]?.score ?? 0, group: { value, items: hits.map(({ obj }) => obj) } };
};

/** What is offered for what is typed: the group with the best match first; without a query what was used last. */
export const paletteGroups = (query: string, offer: Offer): readonly PaletteGroup[] => {
  const groups =
    query.trim() === ''
      ? byHand(offer)
      : [
          found(query, 'commands', offer.commands),
          found(query, 'chats', offer.chats),
          found(query, 'models', offer.models),
        ]
          .sort((a, b) => b.best - a.best)
          .map(({ group }) => group);
  return groups.filter(({ items }) => items.length > 0);
};
