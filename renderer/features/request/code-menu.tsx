import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { PopupItem, PopupMenu } from '../../ui/menu';
import type { CodeName } from './code/snippet';
import { codeNames } from './code/snippet';

interface CodeMenuProps {
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly onChoose: (name: CodeName) => void;
}

/** What a request can be copied as. */
export const CodeMenu = ({ anchor, onClose, onChoose }: CodeMenuProps) => {
  const { t } = useTranslation();
  return (
    <PopupMenu label={t('request.copyAsCode')} anchor={anchor} side="top" onClose={onClose}>
      {codeNames.map((name) => (
        <PopupItem key={name} onClick={() => onChoose(name)}>
          {name}
        </PopupItem>
      ))}
    </PopupMenu>
  );
};
