import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from './picture';

const NAMESPACE = 'http://www.w3.org/2000/svg';

/* Models often leave out the namespace, without which it is no picture. */
const withNamespace = (svg: string): string =>
  /<svg[^>]*\sxmlns=/.test(svg) ? svg : svg.replace(/<svg/, `<svg xmlns="${NAMESPACE}"`);

/** SVG code as a picture; nothing where it is none. */
export const Drawing = ({ svg }: { readonly svg: string }) => {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  if (broken) return null;
  return (
    <Picture
      svg={withNamespace(svg)}
      title={t('pictures.drawing')}
      ground="#fff"
      onBroken={() => setBroken(true)}
    />
  );
};
