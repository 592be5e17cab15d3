import { useTranslation } from 'react-i18next';
import { roles, type WrittenRole } from '../../../preload/contract/roles';
import { takeRole } from '../../actions/unsent';
import { roleOf, useComposer } from '../../stores/composer-store';
import { chatKey, useConversation } from '../../stores/conversation-store';
import { modelOf, useAskedModelId, useModels } from '../../stores/models-store';
import { Choice } from '../../ui/choice';

/** Whose message is typed. */
export const RolePicker = () => {
  const { t } = useTranslation();
  const key = useConversation(({ chatId }) => chatKey(chatId));
  const role = useComposer((state) => roleOf(state, key));
  const modelId = useAskedModelId();
  // The models that renamed the bound of the reply are those that take developer messages (OpenAI's reference).
  const takesDeveloper = useModels(
    (list) => modelOf(list, modelId)?.maxTokensName === 'max_completion_tokens',
  );
  const offered = roles.filter((name) => name !== 'developer' || takesDeveloper || role === name);
  const options: readonly { readonly value: WrittenRole; readonly label: string }[] = offered.map(
    (value) => ({
      value,
      label: t(`composer.roles.${value}`),
    }),
  );
  return <Choice label={t('composer.role')} labelHidden value={role} options={options} onChoose={takeRole} />;
};
