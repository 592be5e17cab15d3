/**
 * Where the app that is being built will look for new versions: a folder on a web server that UPDATE_URL names, or the
 * releases of the GitHub repository whose workflow builds it. Neither: nowhere, and the app says so.
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]} switches for electron-builder, which writes them into app-update.yml
 */
export function updateFeed({ UPDATE_URL, GITHUB_REPOSITORY }) {
  if (UPDATE_URL) {
    // Few web servers answer several ranges in one request; one at a time works everywhere.
    return ['provider=generic', `url=${UPDATE_URL}`, 'useMultipleRangeRequest=false'].map(
      (setting) => `-c.publish.${setting}`,
    );
  }
  const [owner, repo] = GITHUB_REPOSITORY?.split('/') ?? [];
  if (!owner || !repo) return [];
  return ['provider=github', `owner=${owner}`, `repo=${repo}`, 'releaseType=draft'].map(
    (setting) => `-c.publish.${setting}`,
  );
}
