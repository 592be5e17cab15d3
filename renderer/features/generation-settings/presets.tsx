import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_PRESET_NAME, MAX_PRESETS } from '../../../preload/contract/presets';
import { setParams } from '../../actions/options';
import { deletePreset, renamePreset, savePreset, startNewChatsWith } from '../../actions/presets';
import { useApp } from '../../stores/app-store';
import { useConversation } from '../../stores/conversation-store';
import { sameParams } from '../../stores/presets';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { TextField } from '../../ui/field';
import styles from './generation-settings.module.css';

interface NameFormProps {
  readonly name: string;
  /** Names that cannot be given. */
  readonly taken: readonly string[];
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

const NameForm = ({ name, taken, onName, onClose }: NameFormProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState(name);
  const trimmed = text.trim();
  const isTaken = taken.includes(trimmed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trimmed === '' || isTaken) return;
    onName(trimmed);
    onClose();
  };
  return (
    <form className={styles.fields} onSubmit={submit}>
      <TextField
        label={t('presets.name')}
        value={text}
        maxLength={MAX_PRESET_NAME}
        autoFocus
        error={isTaken ? t('presets.taken') : null}
        onText={setText}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" disabled={trimmed === '' || isTaken}>
          {t('presets.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('presets.cancel')}
        </Button>
      </div>
    </form>
  );
};

/** A value that no name can be. */
const NONE = '';

/** Generation settings kept under a name: save those of this chat, put others in their place. */
export const Presets = () => {
  const { t } = useTranslation();
  const presets = useApp(({ settings }) => settings.presets);
  const newChatParams = useApp(({ settings }) => settings.newChat.params);
  const params = useConversation(({ options }) => options.params);
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const current = presets.find((preset) => sameParams(preset.params, params))?.name ?? NONE;
  const apply = (name: string) => {
    const chosen = presets.find((preset) => preset.name === name);
    if (chosen !== undefined) setParams(chosen.params);
  };
  const options = [
    { value: NONE, label: t('presets.none') },
    ...presets.map(({ name }) => ({ value: name, label: name })),
  ];
  return (
    <>
      {presets.length > 0 && (
        <Choice label={t('presets.preset')} value={current} options={options} onChoose={apply} />
      )}
      {naming === null ? (
        <div className={styles.buttons}>
          <Button disabled={presets.length >= MAX_PRESETS} onClick={() => setNaming('save')}>
            {t('presets.saveAs')}
          </Button>
          {current !== NONE && (
            <>
              <Button onClick={() => setNaming('rename')}>{t('presets.rename')}</Button>
              <Button onClick={() => void deletePreset(current)}>{t('presets.delete')}</Button>
            </>
          )}
          {!sameParams(newChatParams, params) && (
            <Button onClick={() => startNewChatsWith(params)}>{t('presets.forNewChats')}</Button>
          )}
        </div>
      ) : (
        <NameForm
          name={naming === 'rename' ? current : ''}
          taken={naming === 'rename' ? presets.map(({ name }) => name) : []}
          onName={(name) =>
            void (naming === 'rename' ? renamePreset(current, name) : savePreset(name, params))
          }
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
};
