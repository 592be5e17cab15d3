import i18next, { type TFunction } from 'i18next';

/** What a language that spelling is checked in is called in the page's own. */
export const spellingName = (t: TFunction, language: string): string => {
  const names = new Intl.DisplayNames(i18next.language, { type: 'language' });
  if (language === 'system') return t('spelling.systemLanguages');
  // Not a name of a language that Intl would know.
  if (language === 'en-GB-oxendict') return `${names.of('en-GB')} (Oxford)`;
  return names.of(language) ?? language;
};
