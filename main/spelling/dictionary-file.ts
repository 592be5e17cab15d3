import { createHash } from 'node:crypto';

/*
 * Names and versions as Chromium asks for them (components/spellcheck/common/spellcheck_common.cc; for Electron 33 compared
 * with the requests that it makes).
 */
const regions: Readonly<Record<string, string>> = {
  af: 'af-ZA',
  bg: 'bg-BG',
  ca: 'ca-ES',
  cs: 'cs-CZ',
  cy: 'cy-GB',
  da: 'da-DK',
  de: 'de-DE',
  el: 'el-GR',
  en: 'en-US',
  es: 'es-ES',
  'es-419': 'es-ES',
  'es-AR': 'es-ES',
  'es-MX': 'es-ES',
  'es-US': 'es-ES',
  et: 'et-EE',
  fa: 'fa-IR',
  fo: 'fo-FO',
  fr: 'fr-FR',
  he: 'he-IL',
  hi: 'hi-IN',
  hr: 'hr-HR',
  hu: 'hu-HU',
  id: 'id-ID',
  it: 'it-IT',
  lt: 'lt-LT',
  lv: 'lv-LV',
  nb: 'nb-NO',
  nl: 'nl-NL',
  pl: 'pl-PL',
  pt: 'pt-BR',
  ro: 'ro-RO',
  ru: 'ru-RU',
  sk: 'sk-SK',
  sl: 'sl-SI',
  sv: 'sv-SE',
  ta: 'ta-IN',
  tg: 'tg-TG',
  tr: 'tr-TR',
  uk: 'uk-UA',
  vi: 'vi-VN',
};

const versions: Readonly<Record<string, string>> = {
  'cy-GB': '1-0',
  'en-AU': '10-1',
  'en-CA': '10-1',
  'en-GB': '10-1',
  'en-GB-oxendict': '10-1',
  'en-US': '10-1',
  'fa-IR': '9-0',
  hy: '1-0',
  sh: '4-0',
  sr: '4-0',
  'tg-TG': '5-0',
  'tr-TR': '4-0',
  'uk-UA': '5-0',
};

const USUAL_VERSION = '3-0';

/** The file that holds the dictionary of a language in the profile's `Dictionaries` folder. */
export const dictionaryFile = (language: string): string => {
  const region = regions[language] ?? language;
  return `${region}-${versions[region] ?? USUAL_VERSION}.bdic`;
};

const SIGNATURE = 'BDic';
const MAJOR_VERSION = 2;
const DIGEST_AT = 16;

/** True for a whole dictionary: its own check sum is that of what follows its head (Chromium's hunspell/google/bdict.h). */
export const isWholeDictionary = (bytes: Buffer): boolean => {
  if (bytes.length < 32 || bytes.toString('latin1', 0, 4) !== SIGNATURE) return false;
  const body = bytes.readUInt32LE(8);
  if (bytes.readUInt16LE(4) !== MAJOR_VERSION || body < DIGEST_AT + 16 || body >= bytes.length) return false;
  const digest = createHash('md5').update(bytes.subarray(body)).digest();
  return digest.equals(bytes.subarray(DIGEST_AT, DIGEST_AT + 16));
};
