import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../preload/contract/history';
import { IconButton } from '../../ui/button';
import { useComparison } from '../compare/use-comparison';

const MoreMenu = lazy(async () => ({ default: (await import('./more-menu')).MoreMenu }));

interface MoreButtonProps {
  readonly message: Message;
  /** False for an answer beside the one that the conversation goes on from. */
  readonly onPath: boolean;
}

/** Opens the menu of what is done with a message now and then. */
export const MoreButton = ({ message, onPath }: MoreButtonProps) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const comparison = useComparison(message);
  return (
    <>
      <IconButton
        ref={button}
        data-key="Enter"
        label={t('transcript.more')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Ellipsis size={15} aria-hidden />
      </IconButton>
      {open && (
        <Suspense>
          <MoreMenu
            message={message}
            onPath={onPath}
            anchor={button}
            onCompare={comparison.open}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
      {comparison.dialog}
    </>
  );
};
