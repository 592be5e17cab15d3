import { SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { liesOver, togglePanel, usePanelShown } from '../stores/panel-room';
import { IconButton } from '../ui/button';
import { isComposing } from '../ui/composing';
import { useKeysOf } from '../ui/use-keys-of';

/** The id of the generation settings. */
export const PANEL_ID = 'generation-settings';

/**
 * Whether Escape was pressed in the generation settings, or where the focus is after they were called up. Lists and dialogs that
 * they open stand elsewhere in the document, and take Escape themselves; so does a message box.
 */
const isEscapeOf = (event: KeyboardEvent, button: HTMLElement | null): boolean => {
  if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return false;
  const { target } = event;
  const panel = document.getElementById(PANEL_ID);
  return (
    target === button ||
    target === document.body ||
    (target instanceof Node && panel?.contains(target) === true)
  );
};

/** Shows and hides the generation settings. Where they lie over the conversation Escape hides them, too. */
export const SettingsSwitch = () => {
  const { t } = useTranslation();
  const shown = usePanelShown();
  const keys = useKeysOf('generationSettings');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!shown) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(liesOver() && isEscapeOf(event, button.current))) return;
      event.preventDefault();
      togglePanel();
      button.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [shown]);
  return (
    <IconButton
      ref={button}
      label={shown ? t('conversation.hideSettings') : t('conversation.showSettings')}
      keys={keys}
      aria-expanded={shown}
      aria-controls={shown ? PANEL_ID : undefined}
      onClick={togglePanel}
    >
      <SlidersHorizontal size={16} aria-hidden />
    </IconButton>
  );
};
