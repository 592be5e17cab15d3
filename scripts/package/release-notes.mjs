/**
 * The section of the changelog on a version.
 * @param {string} changelog Markdown with a `## VERSION` heading each, the newest first, `## Unreleased` above them
 * @param {string} version such as `1.2.0`; one that has no section yet gets what is unreleased
 * @returns {string} Markdown without the heading; empty where there is neither
 */
export function releaseNotes(changelog, version) {
  const sections = new Map(
    changelog
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [head = '', ...lines] = section.split('\n');
        // "1.2.0 - 2026-11-22", "[1.2.0]" and "1.2.0" alike.
        const [name = ''] = head.replace(/[[\]]/g, '').trim().split(/\s/);
        return /** @type {const} */ ([name, lines.join('\n').trim()]);
      }),
  );
  return sections.get(version) ?? sections.get('Unreleased') ?? '';
}

/**
 * How many changes notes tell of.
 * @param {string} notes Markdown with an item for each
 * @returns {number}
 */
export function itemCount(notes) {
  return notes.match(/^- /gm)?.length ?? 0;
}
