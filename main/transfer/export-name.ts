const MAX_CHARACTERS = 80;

/** A file's name for an export, without its ending: no file system refuses it. @param day put behind it; null: none. */
export const exportName = (title: string, day: Date | null): string => {
  const clean = title.replaceAll(/[\p{C}<>:"/\\|?*]+/gu, ' ').replaceAll(/\s+/g, ' ');
  // By characters: half of one is no name.
  const short = [...clean].slice(0, MAX_CHARACTERS).join('');
  const shown = short.replaceAll(/^[. ]+|[. ]+$/g, '') || 'chat';
  return day === null ? shown : `${shown} ${day.toISOString().slice(0, 10)}`;
};
