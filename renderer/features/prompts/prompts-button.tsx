import { BookText } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { showPrompts, usePrompts } from '../../stores/prompts-store';
import { Button } from '../../ui/button';

const PromptsDialog = lazy(async () => ({ default: (await import('./prompts-dialog')).PromptsDialog }));

/** Opens the prompt library. */
export const PromptsButton = ({ className }: { readonly className: string }) => {
  const { t } = useTranslation();
  const shown = usePrompts((state) => state.shown);
  return (
    <>
      <Button
        look="quiet"
        icon={<BookText size={16} aria-hidden />}
        className={className}
        onClick={() => showPrompts(true)}
      >
        {t('prompts.title')}
      </Button>
      {shown && (
        <Suspense>
          <PromptsDialog />
        </Suspense>
      )}
    </>
  );
};
