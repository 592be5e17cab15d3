import { type ComponentProps, lazy, Suspense } from 'react';
import { itemsOf, useAttachments } from '../../stores/attachments-store';

const AttachmentChips = lazy(async () => {
  // What is attached stands in a message soon: coming late there it would push away what one is about to press.
  void import('./message-attachments');
  return { default: (await import('./attachment-chips')).AttachmentChips };
});

/** What stands beside a text that is being written: loaded when there is something. */
export const Attached = (props: ComponentProps<typeof AttachmentChips>) => {
  const any = useAttachments((state) => itemsOf(state, props.place).length > 0);
  if (!any) return null;
  return (
    <Suspense>
      <AttachmentChips {...props} />
    </Suspense>
  );
};
