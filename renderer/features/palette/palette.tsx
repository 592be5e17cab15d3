import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { MessageSquare, Search, Sparkles, Terminal } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommandId, commandIds, keysOf } from '../../../preload/contract/commands';
import { openChat } from '../../actions/open-chat';
import { chooseModel } from '../../actions/options';
import { typeQuery } from '../../actions/search';
import { pickLocale } from '../../i18n/pick-locale';
import { useApp } from '../../stores/app-store';
import { useChatList } from '../../stores/chat-list-store';
import { useModels } from '../../stores/models-store';
import { focusSearchBox } from '../../stores/search-store';
import { focusMessageBox, showDialog } from '../../stores/view-store';
import { keysText } from '../../ui/keys';
import { possibleCommands, runFromPalette } from './commands';
import styles from './palette.module.css';
import { commandItem, type PaletteGroup, type PaletteItem, paletteGroups } from './palette-items';

const ICONS = { command: Terminal, chat: MessageSquare, model: Sparkles } as const;

const isCommand = (id: string): id is CommandId => (commandIds as readonly string[]).includes(id);

const searchFor = (query: string) => {
  showDialog(null);
  typeQuery(query);
  focusSearchBox();
};

/** Whether the command moves the focus itself, or leaves it where it was is up to the command; a chat and a model lead to the message box. */
const carryOut = ({ kind, id }: PaletteItem) => {
  showDialog(null);
  if (kind === 'command' && isCommand(id)) runFromPalette(id);
  if (kind === 'chat') void openChat(id).then(focusMessageBox);
  if (kind === 'model') {
    chooseModel(id);
    focusMessageBox();
  }
};

const Item = ({ item }: { readonly item: PaletteItem }) => {
  const { settings, platform } = useApp.getState();
  const keys = isCommand(item.id) ? keysOf(settings.keys, item.id) : null;
  const Icon = ICONS[item.kind];
  return (
    <Autocomplete.Item value={item} className={styles.item} onClick={() => carryOut(item)}>
      <Icon size={14} aria-hidden />
      <span className={styles.label}>{item.label}</span>
      {keys !== null && <kbd className={styles.keys}>{keysText(keys, platform)}</kbd>}
    </Autocomplete.Item>
  );
};

const Group = ({ group }: { readonly group: PaletteGroup }) => {
  const { t } = useTranslation();
  return (
    <Autocomplete.Group items={group.items} className={styles.group}>
      <Autocomplete.GroupLabel className={styles.groupLabel}>
        {t(`commands.${group.value}`)}
      </Autocomplete.GroupLabel>
      <Autocomplete.Collection>
        {(item: PaletteItem) => <Item key={`${item.kind} ${item.id}`} item={item} />}
      </Autocomplete.Collection>
    </Autocomplete.Group>
  );
};

const useOffer = (query: string): readonly PaletteGroup[] => {
  const { t } = useTranslation();
  const { settings } = useApp.getState();
  const locale = pickLocale(settings.language, navigator.language);
  const chats = useChatList((list) => list.chats);
  const { models } = useModels();
  const offer = useMemo(
    () => ({
      // Not the palette itself.
      commands: possibleCommands()
        .filter((id) => id !== 'palette')
        .map((id) => commandItem(id, locale)),
      recent: settings.recentCommands,
      chats: chats.map(({ id, title }) => ({
        kind: 'chat' as const,
        id,
        label: title === '' ? t('conversations.untitled') : title,
      })),
      models: models.map(({ id }) => ({
        kind: 'model' as const,
        id,
        label: t('commands.useModel', { model: id }),
      })),
    }),
    [settings, chats, models, locale, t],
  );
  return useMemo(() => paletteGroups(query, offer), [query, offer]);
};

const Palette = () => {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const groups = useOffer(query);
  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      mode="none"
      value={query}
      onValueChange={setQuery}
      itemToStringValue={({ label }: PaletteItem) => label}
      autoHighlight="always"
      keepHighlight
    >
      <div className={styles.head}>
        <Search size={15} aria-hidden />
        <Autocomplete.Input
          className={styles.input}
          aria-label={t('commands.search')}
          placeholder={t('commands.search')}
        />
      </div>
      <Autocomplete.Empty className={styles.none}>{t('commands.none')}</Autocomplete.Empty>
      <Autocomplete.List className={styles.list} aria-label={t('commands.results')}>
        {(group: PaletteGroup) => <Group key={group.value} group={group} />}
      </Autocomplete.List>
      {query.trim() !== '' && (
        <button type="button" className={styles.search} onClick={() => searchFor(query)}>
          <Search size={14} aria-hidden />
          {t('commands.searchFor', { query })}
        </button>
      )}
    </Autocomplete.Root>
  );
};

/** Where every command, chat and model is found by a few letters. Mounted only while it is open. */
export const PaletteDialog = () => {
  const { t } = useTranslation();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && showDialog(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup ref={popup} className={styles.popup} aria-label={t('commands.palette')}>
          <Palette />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
};
