import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultTranscriptRule, plainTranscriptRule } from '../../../preload/contract/transcript-rule';
import { setParam } from '../../actions/options';
import { noteInvalidParam } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { Choice } from '../../ui/choice';
import styles from './legacy-settings.module.css';
import { PromptPreview } from './prompt-preview';
import { kindOfRule, type RuleKind, ruleKinds, ruleParts } from './rule-kind';
import { TemplateField } from './template-field';

/** How the chat becomes the one prompt of a legacy model, and what it becomes. */
export const TranscriptRuleFields = () => {
  const { t } = useTranslation();
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const rule = useConversation(({ options }) => options.params.transcriptRule);
  // A rule of one's own may for a while be the same as a ready one.
  const [own, setOwn] = useState(false);
  const kind = own ? 'custom' : kindOfRule(rule);
  const choose = (chosen: RuleKind) => {
    // What is wrong in a field that goes away must not keep the chat from being sent.
    for (const part of ruleParts) noteInvalidParam(key, `transcriptRule.${part}`, null);
    setOwn(chosen === 'custom');
    if (chosen === 'dialogue') setParam('transcriptRule', undefined);
    if (chosen === 'plain') setParam('transcriptRule', plainTranscriptRule);
    if (chosen === 'custom') setParam('transcriptRule', rule ?? defaultTranscriptRule);
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('legacy.title')}</legend>
      <p className={styles.hint}>{t('legacy.hint')}</p>
      <Choice
        label={t('legacy.format')}
        value={kind}
        options={ruleKinds.map((value) => ({ value, label: t(`legacy.kind.${value}`) }))}
        hint={t(`legacy.kindHint.${kind}`, { place: '{text}' })}
        onChoose={choose}
      />
      {kind === 'custom' && ruleParts.map((part) => <TemplateField key={part} part={part} />)}
      <PromptPreview />
    </fieldset>
  );
};
