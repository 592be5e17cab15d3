/** What changed with one version. */
interface Section {
  /** As its heading begins: `1.2.0`, or `Unreleased`. */
  readonly version: string;
  /** Markdown, without the heading. */
  readonly text: string;
}

/** The versions of a change log in the form of keepachangelog.com, newest first. */
export const sectionsOf = (changelog: string): readonly Section[] =>
  changelog
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = '', ...lines] = section.split('\n');
      return { version: heading.replace(/^\[?([^\]\s]+).*$/, '$1'), text: lines.join('\n').trim() };
    });

/**
 * What is new since a version, as Markdown, newest first; the newest section alone where that version is not in the log.
 * @param seen the version that was used before; null: not known.
 */
export const newSince = (changelog: string, seen: string | null): string => {
  const sections = sectionsOf(changelog).filter(({ text }) => text !== '');
  const at = sections.findIndex(({ version }) => version === seen);
  const fresh = sections.slice(0, Math.max(1, at));
  return fresh.length === 1
    ? (fresh[0]?.text ?? '')
    : fresh.map(({ version, text }) => `## ${version}\n\n${text}`).join('\n\n');
};
