import { ChevronsUpDown, Play, RotateCw, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentences } from '../../i18n/sentences';
import { request } from '../../ipc/client';
import { tellError } from '../../stores/notices-store';
import { Button, IconButton } from '../../ui/button';
import styles from './pictures.module.css';

interface Opened {
  readonly url: string;
  /** A frame never goes from one kind of sandbox to the other. */
  readonly runsScripts: boolean;
}

/** The address of the page while it is shown; null until main keeps it. */
const usePage = (html: string, runsScripts: boolean): Opened | null => {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    let current = true;
    const opening = request('preview.open', { html, runsScripts });
    opening.then(({ url }) => current && setOpened({ url, runsScripts }), tellError);
    return () => {
      current = false;
      setOpened(null);
      opening.then(
        ({ id }) => request('preview.close', { id }),
        () => undefined,
      );
    };
  }, [html, runsScripts]);
  return opened;
};

/**
 * A page made of code that nobody knows: in a frame of another origin and process, with a policy that lets it load and
 * reach nothing. Its scripts run only when that is asked for as well.
 */
export const PagePreview = ({ html }: { readonly html: string }) => {
  const { t } = useTranslation();
  const [runsScripts, setRunsScripts] = useState(false);
  const [round, setRound] = useState(0);
  const [tall, setTall] = useState(false);
  const opened = usePage(html, runsScripts);
  return (
    <div className={styles.preview}>
      <div className={styles.previewTools}>
        <Button
          look="quiet"
          icon={runsScripts ? <Square size={13} aria-hidden /> : <Play size={13} aria-hidden />}
          onClick={() => setRunsScripts(!runsScripts)}
        >
          {t(runsScripts ? 'pictures.stopScripts' : 'pictures.runScripts')}
        </Button>
        <span role="status" className={styles.said}>
          {sentences(t(runsScripts ? 'pictures.scriptsOn' : 'pictures.scriptsOff'), t('pictures.isolated'))}
        </span>
        <IconButton label={t('pictures.reload')} onClick={() => setRound(round + 1)}>
          <RotateCw size={14} aria-hidden />
        </IconButton>
        <IconButton label={t('pictures.taller')} aria-pressed={tall} onClick={() => setTall(!tall)}>
          <ChevronsUpDown size={14} aria-hidden />
        </IconButton>
      </div>
      <div className={styles.frame} data-tall={tall}>
        {opened !== null && (
          <iframe
            key={`${opened.url} ${round}`}
            src={opened.url}
            sandbox={opened.runsScripts ? 'allow-scripts' : ''}
            allow=""
            referrerPolicy="no-referrer"
            title={t('pictures.page')}
          />
        )}
      </div>
    </div>
  );
};
