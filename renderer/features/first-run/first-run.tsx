import { useTranslation } from 'react-i18next';
import { selectEndpoint } from '../../actions/endpoints';
import { Button } from '../../ui/button';
import { SamplesButton } from '../samples/samples-button';
import styles from './first-run.module.css';
import { LocalServers } from './local-servers';
import { OpenAiKey } from './openai-key';
import { OtherServer } from './other-server';

/** The id of the server inside the app. */
const DEMO_ENDPOINT = 'demo';

/** The first screen: where shall replies come from? */
export const FirstRun = () => {
  const { t } = useTranslation();
  return (
    <div className={styles.scroller}>
      <div className={styles.column}>
        <h1 className={styles.title}>{t('firstRun.title')}</h1>
        <p className={styles.lead}>{t('firstRun.lead')}</p>
        <OpenAiKey />
        <LocalServers />
        <OtherServer />
        <div className={styles.demo}>
          <Button onClick={() => void selectEndpoint(DEMO_ENDPOINT)}>{t('firstRun.demo')}</Button>
          <p className={styles.hint}>{t('firstRun.demoHint')}</p>
        </div>
        <SamplesButton />
      </div>
    </div>
  );
};
