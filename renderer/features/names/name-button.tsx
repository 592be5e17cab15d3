import { AtSign } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { enterName } from '../../actions/unsent';
import { useNames } from '../../stores/names-store';
import { IconButton } from '../../ui/button';

interface NameButtonProps {
  readonly nameKey: string;
  /** The name that stands there before anything is typed. */
  readonly before?: string | null | undefined;
}

/** Shows the field for a name; gone while the field is there. */
export const NameButton = ({ nameKey, before = null }: NameButtonProps) => {
  const { t } = useTranslation();
  const shown = useNames(({ texts }) => texts[nameKey] !== undefined) || before !== null;
  if (shown) return null;
  return (
    <IconButton label={t('names.add')} onClick={() => enterName(nameKey, '')}>
      <AtSign size={16} aria-hidden />
    </IconButton>
  );
};
