import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../preload/contract/history';
import { type ImageDetail, type ImagePart, imageDetails } from '../../../preload/contract/parts';
import { chooseDetail, detach } from '../../actions/attachments';
import { sizeText } from '../../i18n/sizes';
import type { AttachedItem, ImageChange } from '../../stores/attachments-store';
import { modelTakesImages, useAskedModelId, useModels } from '../../stores/models-store';
import { IconButton } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { scrollTo } from '../../ui/scroll-to';
import styles from './attachments.module.css';
import { factsText, pixelsText } from './facts-text';
import { Thumbnail } from './thumbnail';
import { useTokens } from './use-tokens';

interface ChipProps {
  readonly place: string;
  readonly item: AttachedItem;
  readonly role: Role;
}

const ChangeNote = ({ image, change }: { readonly image: ImagePart; readonly change: ImageChange }) => {
  const { t } = useTranslation();
  const { scaledFrom, stilled } = change;
  const to = pixelsText(image);
  return (
    <>
      {scaledFrom !== null && (
        <p className={styles.note}>{t('attachments.scaled', { from: pixelsText(scaledFrom), to })}</p>
      )}
      {stilled && <p className={styles.note}>{t('attachments.stilled')}</p>}
    </>
  );
};

/** Why an image cannot go with this message, if it cannot. */
const Obstacle = ({ role }: { readonly role: Role }) => {
  const { t } = useTranslation();
  const model = useAskedModelId();
  const taken = useModels((list) => modelTakesImages(list, model));
  if (role !== 'user') return <p className={styles.problem}>{t('attachments.notUser')}</p>;
  return taken ? null : <p className={styles.problem}>{t('attachments.noImages', { model })}</p>;
};

const Detail = ({
  place,
  id,
  image,
}: {
  readonly place: string;
  readonly id: number;
  readonly image: ImagePart;
}) => {
  const { t } = useTranslation();
  const options = imageDetails.map((value: ImageDetail) => ({
    value,
    label: t(`attachments.details.${value}`),
  }));
  return (
    <div className={styles.detail}>
      <Choice
        label={t('attachments.detail', { name: image.name })}
        labelHidden
        value={image.detail}
        options={options}
        onChoose={(detail) => chooseDetail(place, id, detail)}
      />
    </div>
  );
};

const Body = ({ place, item, role }: ChipProps) => {
  const { t, i18n } = useTranslation();
  const { id, size, state } = item;
  const attachment = state.kind === 'ready' ? state.attachment : null;
  const tokens = useTokens(attachment?.hash ?? '');
  if (state.kind === 'refused')
    return (
      <p ref={scrollTo} role="alert" className={styles.problem}>
        {t(`attachments.problems.${state.problem}`)}
      </p>
    );
  if (attachment === null)
    return (
      <p className={styles.facts} aria-busy="true">
        {t('attachments.reading')} {sizeText(i18n.language, size)}
      </p>
    );
  const image = attachment.type === 'image' ? attachment : null;
  const change = state.kind === 'ready' ? state.change : null;
  return (
    <>
      <p className={styles.facts}>{factsText(t, i18n.language, attachment, tokens)}</p>
      {image !== null && change !== null && <ChangeNote image={image} change={change} />}
      {image !== null && <Obstacle role={role} />}
      {image !== null && <Detail place={place} id={id} image={image} />}
    </>
  );
};

/** Where the text is written that a chip stands beside. */
const boxBeside = (inside: Element): HTMLTextAreaElement | null =>
  inside.closest('ul')?.parentElement?.querySelector('textarea') ?? null;

/** One file beside a text: what it is, what it costs, what is wrong with it. */
export const AttachmentChip = ({ place, item, role }: ChipProps) => {
  const { t } = useTranslation();
  const { id, name, state } = item;
  return (
    <li className={`${styles.chip} ${state.kind === 'refused' ? styles.refused : ''}`}>
      <Thumbnail attachment={state.kind === 'ready' ? state.attachment : null} />
      <div className={styles.about}>
        <p className={styles.name} title={name}>
          {name}
        </p>
        <Body place={place} item={item} role={role} />
      </div>
      <IconButton
        label={t('attachments.remove', { name })}
        className={styles.remove ?? ''}
        onClick={({ currentTarget }) => {
          // The focus would be lost with the button.
          boxBeside(currentTarget)?.focus();
          detach(place, id);
        }}
      >
        <X size={14} aria-hidden />
      </IconButton>
    </li>
  );
};
