const MAX_CHARACTERS = 80;

/** File systems count bytes, and an ending and a day come behind it. */
const MAX_BYTES = 200;

/** Names that Windows keeps for devices, whatever comes behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** By characters: half of one is no name. */
const shortened = (text: string): string => {
  const characters = [...text].slice(0, MAX_CHARACTERS);
  while (Buffer.byteLength(characters.join('')) > MAX_BYTES) characters.pop();
  return characters.join('');
};

/** A file's name for an export, without its ending: no file system refuses it. @param day put behind it; null: none. */
export const exportName = (title: string, day: Date | null): string => {
  const clean = title.replaceAll(/[\p{C}<>:"/\\|?*]+/gu, ' ').replaceAll(/\s+/g, ' ');
  const trimmed = shortened(clean).replaceAll(/^[. ]+|[. ]+$/g, '') || 'chat';
  const shown = trimmed.replace(DEVICE, '$&_');
  return day === null ? shown : `${shown} ${day.toISOString().slice(0, 10)}`;
};
