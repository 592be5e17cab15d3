import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import styles from './message.module.css';

/** Who speaks, where its looks do not tell: the role of instructions, which look much like a reply, and the API's name. */
export const Speaker = ({ message: { role, name } }: { readonly message: Message }) => {
  const { t } = useTranslation();
  const isInstruction = role === 'system' || role === 'developer';
  if (!isInstruction && !name) return null;
  return (
    <p className={styles.name} data-unsearched>
      {isInstruction && <span aria-hidden>{t(`composer.roles.${role}`)}</span>}
      {isInstruction && name && <span aria-hidden> · </span>}
      {name}
    </p>
  );
};
