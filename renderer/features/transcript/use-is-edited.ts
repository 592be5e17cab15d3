import type { Message } from '../../../preload/contract/history';
import { isUnchanged, useAttachments } from '../../stores/attachments-store';
import { useComposer } from '../../stores/composer-store';
import { editKey, useNames } from '../../stores/names-store';

/** Whether a message's editor, be it open or closed, holds anything that is neither sent nor saved. */
export const useIsEdited = ({ id, parts }: Message): boolean => {
  const place = editKey(id);
  const isTyped = useComposer(({ edits }) => edits[id] !== undefined);
  const isNamed = useNames(({ texts }) => texts[place] !== undefined);
  const hasOthers = useAttachments(({ byKey: { [place]: items } }) =>
    items === undefined ? false : !isUnchanged(items, parts),
  );
  return isTyped || isNamed || hasOthers;
};
