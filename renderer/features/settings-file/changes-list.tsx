import { useTranslation } from 'react-i18next';
import type { SettingsPatch } from '../../../preload/contract/settings';
import type { CarriedEndpoint } from '../../../preload/contract/settings-file';
import { useApp } from '../../stores/app-store';
import type { SettingName } from '../../stores/settings-sections';
import { settingLabel } from './setting-label';
import { settingValue } from './setting-value';
import styles from './settings-file.module.css';

/** One line of what would change. */
export type Change =
  | { readonly id: string; readonly setting: SettingName }
  | { readonly id: string; readonly endpoint: CarriedEndpoint };

/** The lines of a change: settings in the order of `order`, then servers. */
export const changesOf = (
  order: readonly SettingName[],
  patch: SettingsPatch,
  endpoints: readonly CarriedEndpoint[],
): readonly Change[] => [
  ...order.filter((name) => patch[name] !== undefined).map((setting) => ({ id: setting, setting })),
  ...endpoints.map((endpoint) => ({ id: `${endpoint.kind} ${endpoint.baseUrl}`, endpoint })),
];

const SettingChange = ({ name, patch }: { readonly name: SettingName; readonly patch: SettingsPatch }) => {
  const { t } = useTranslation();
  const platform = useApp((state) => state.platform);
  const settings = useApp((state) => state.settings);
  const from = settingValue(t, name, settings, platform);
  const to = settingValue(t, name, { ...settings, [name]: patch[name] }, platform);
  // macOS has its own.
  const isFetched = name === 'spellCheck' && platform !== 'darwin' && (patch.spellCheck ?? []).length > 0;
  return (
    <>
      <strong>{settingLabel(t, name)}</strong>
      <span className={styles.from}>{t('settingsFile.from', { value: from })}</span>
      <span>{t(from === to ? 'settingsFile.toOther' : 'settingsFile.to', { value: to })}</span>
      {isFetched && <span className={styles.from}>{t('settingsFile.dictionaries')}</span>}
    </>
  );
};

const EndpointChange = ({ endpoint }: { readonly endpoint: CarriedEndpoint }) => {
  const { t } = useTranslation();
  return (
    <>
      <strong>{t('settingsFile.newServer', { url: endpoint.baseUrl })}</strong>
      <span className={styles.from}>{t('settingsFile.newServerHint')}</span>
    </>
  );
};

interface ChangesListProps {
  readonly changes: readonly Change[];
  readonly patch: SettingsPatch;
  /** Ids of the lines that are not ticked. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}

/** What would change, each line with what is now, what would be, and a tick that can be taken away. */
export const ChangesList = ({ changes, patch, left, onLeft }: ChangesListProps) => {
  const { t } = useTranslation();
  const toggle = (id: string) =>
    onLeft(left.has(id) ? new Set([...left].filter((other) => other !== id)) : new Set([...left, id]));
  return (
    <ul className={styles.changes} aria-label={t('settingsFile.changes')}>
      {changes.map((change) => (
        <li key={change.id}>
          <label className={styles.change}>
            <input type="checkbox" checked={!left.has(change.id)} onChange={() => toggle(change.id)} />
            <span className={styles.text}>
              {'setting' in change ? (
                <SettingChange name={change.setting} patch={patch} />
              ) : (
                <EndpointChange endpoint={change.endpoint} />
              )}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
};
