import { useTranslation } from 'react-i18next';
import { useView } from '../stores/view-store';

/** Tells screen readers once that a reply ended, in place of every token of it. */
export const ReplyAnnouncer = () => {
  const { t } = useTranslation();
  const announcement = useView((state) => state.announcement);
  return (
    <p role="status" className="hidden-visually">
      {announcement === 'none' ? '' : t(`transcript.${announcement}`)}
    </p>
  );
};
