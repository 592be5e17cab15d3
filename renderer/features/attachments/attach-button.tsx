import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { attachFiles } from '../../actions/attachments';
import { focusMessageBox } from '../../stores/view-store';
import { IconButton } from '../../ui/button';

/** Chooses files to stand beside the message. */
export const AttachButton = () => {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={t('attachments.attach')} onClick={() => input.current?.click()}>
        <Paperclip size={17} aria-hidden />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          attachFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was removed.
          event.target.value = '';
          focusMessageBox();
        }}
      />
    </>
  );
};
