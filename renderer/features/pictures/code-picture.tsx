import type { ReactNode } from 'react';
import { Diagram } from './diagram';
import { Drawing } from './drawing';
import { PagePreview } from './page-preview';
import type { PictureKind } from './picture-kind';

interface CodePictureProps {
  readonly kind: PictureKind;
  readonly code: string;
  /** The code as it is shown without a picture. */
  readonly children: ReactNode;
}

/** Code as what it is code of. A drawing has its code below it, a diagram only where it cannot be drawn. */
export const CodePicture = ({ kind, code, children }: CodePictureProps) => {
  if (kind === 'diagram') return <Diagram source={code}>{children}</Diagram>;
  if (kind === 'page') return <PagePreview html={code} />;
  return (
    <>
      <Drawing svg={code} />
      {children}
    </>
  );
};
