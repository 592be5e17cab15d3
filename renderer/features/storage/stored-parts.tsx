import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StoredData, StoredKind } from '../../../preload/contract/stored-data';
import { sizeText } from '../../i18n/sizes';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { IconButton } from '../../ui/button';
import styles from './storage.module.css';

const show = (kind: StoredKind) => void request('data.show', { kind }).catch(tellError);

/** What is kept on this computer: each part with its size, its place and a button that shows it there. */
export const StoredParts = ({ folder, parts }: StoredData) => {
  const { t, i18n } = useTranslation();
  const all = parts.filter(({ kind }) => kind !== 'mirror').reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <>
      <p>{t('storage.total', { size: sizeText(i18n.language, all), folder })}</p>
      <ul className={styles.parts} aria-label={t('storage.parts')}>
        {parts.map(({ kind, place, bytes, files }) => (
          <li key={kind}>
            <span className={styles.text}>
              <span>{t(`storage.kinds.${kind}`)}</span>
              <span className={styles.place}>{place}</span>
            </span>
            <span className={styles.size}>
              {sizeText(i18n.language, bytes)}
              <span className={styles.place}>{t('storage.files', { count: files })}</span>
            </span>
            <IconButton
              label={t('storage.show', { part: t(`storage.kinds.${kind}`) })}
              onClick={() => show(kind)}
            >
              <FolderOpen size={15} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </>
  );
};
