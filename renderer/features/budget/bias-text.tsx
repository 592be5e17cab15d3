import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../../ipc/client';
import { useConversation } from '../../stores/conversation-store';
import { useAskedModelId } from '../../stores/models-store';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { isComposing } from '../../ui/composing';
import { TextField } from '../../ui/field';
import { withTokens } from './bias-lines';
import styles from './budget.module.css';

/** Longest text, in UTF-16 code units, as the contract has it. */
const LONGEST_TEXT = 2000;

/** What each token stands for, in the encoding of the chat's model; empty where that is not known. */
const useTokenTexts = (ids: readonly string[]): readonly (string | null)[] => {
  const model = useAskedModelId();
  const [texts, setTexts] = useState<readonly (string | null)[]>([]);
  const key = `${model} ${ids.join()}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for ids and model
  useEffect(() => {
    let isLatest = true;
    const { options } = useConversation.getState();
    const read =
      ids.length === 0 ? Promise.resolve(null) : request('tokens.decode', { ids: ids.map(Number), options });
    read.catch(() => null).then((found) => isLatest && setTexts(found ?? []), tellError);
    return () => {
      isLatest = false;
    };
  }, [key]);
  return texts;
};

/** What the ids of a bias field stand for. */
const TokenTexts = ({ ids }: { readonly ids: readonly string[] }) => {
  const { t } = useTranslation();
  const texts = useTokenTexts(ids);
  if (texts.length !== ids.length || ids.length === 0) return null;
  return (
    <ul className={styles.tokens} aria-label={t('biasText.stands')}>
      {ids.map((id, at) => {
        const text = texts[at] ?? null;
        return (
          <li key={id}>
            <span>{id}</span>
            {text === null ? <em>{t('biasText.noToken')}</em> : <code>{JSON.stringify(text)}</code>}
          </li>
        );
      })}
    </ul>
  );
};

interface BiasTextProps {
  /** What stands in the bias field. */
  readonly lines: string;
  /** The token ids in it; empty while it is not valid. */
  readonly ids: readonly string[];
  readonly onLines: (lines: string) => void;
}

/** Turns a text into the token ids that a bias is given for, and tells what the ids stand for. */
export const BiasText = ({ lines, ids, onLines }: BiasTextProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isUnknown, setUnknown] = useState(false);
  const add = async () => {
    if (text === '') return;
    const { options } = useConversation.getState();
    const found = await request('tokens.encode', { text, options });
    setUnknown(found === null);
    if (found === null) return;
    onLines(withTokens(lines, found));
    setText('');
  };
  return (
    <div>
      <TokenTexts ids={ids} />
      <div className={styles.addText}>
        <TextField
          label={t('biasText.label')}
          value={text}
          maxLength={LONGEST_TEXT}
          hint={t('biasText.hint')}
          error={isUnknown ? t('biasText.unknown') : null}
          onText={setText}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return;
            event.preventDefault();
            add().catch(tellError);
          }}
        />
        <Button disabled={text === ''} onClick={() => add().catch(tellError)}>
          {t('biasText.add')}
        </Button>
      </div>
    </div>
  );
};
