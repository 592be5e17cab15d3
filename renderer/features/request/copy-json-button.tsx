import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { tellError } from '../../stores/notices-store';
import { Button } from '../../ui/button';
import { useCopy } from '../../ui/use-copy';

/** Copies JSON exactly as it is, not as it is laid out to be read. */
export const CopyJsonButton = ({ json }: { readonly json: string }) => {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  return (
    <Button
      look="quiet"
      icon={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onClick={() => copy(json).catch(tellError)}
    >
      {copied ? t('transcript.copied') : t('request.copyJson')}
    </Button>
  );
};
