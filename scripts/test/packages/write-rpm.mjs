import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A spec file takes a percent sign for the beginning of a macro. @param {unknown} text */
const literal = (text) => String(text ?? '').replaceAll('%', '%%');

/** @param {string} when @param {unknown} file of a shell script */
const scriptlet = (when, file) =>
  file ? `%${when} -p /bin/bash\n${literal(readFileSync(String(file), 'utf8'))}\n` : '';

/** Folders that are the package's own, and files in folders that are the system's. @param {string} root */
const ownFiles = (root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, place: path.join(entry.parentPath, entry.name).slice(root.length) }))
    .filter(({ entry, place }) => !entry.isDirectory() && !place.startsWith('/opt/'))
    .map(({ place }) => place)
    .concat(readdirSync(path.join(root, 'opt')).map((name) => `/opt/${name}`));

/** @param {import('./write-deb.mjs').Described} described @param {string} root */
const specOf = (described, root) => `Name: ${described.name}
Version: ${described.version}
Release: 1
Summary: ${literal(described['rpm-summary'] ?? described.name)}
License: ${described.license}
Vendor: ${described.vendor}
Packager: ${described.maintainer}
URL: ${described.url}
AutoReqProv: no
${[described.depends ?? []]
  .flat()
  .map((one) => `Requires: ${one}\n`)
  .join('')}
%description
${literal(described.description)}

${scriptlet('post', described['after-install'])}${scriptlet('postun', described['after-remove'])}
%files
%defattr(-,root,root,-)
${ownFiles(root)
  .map((file) => `"${literal(file)}"`)
  .join('\n')}
`;

/** Nothing of it is to be looked into, stripped or compiled, and it is packed in the fastest way. */
const macros = {
  __os_install_post: '%{nil}',
  __spec_install_pre: '/bin/true',
  _build_id_links: 'none',
  _binary_payload: 'w1.zstdio',
  debug_package: '%{nil}',
};

/**
 * Makes an rpm of a folder.
 * @param {import('./write-deb.mjs').Described} described
 * @param {string} root laid out as on the system that it is installed on
 */
export function writeRpm(described, root) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'parlance-rpm-'));
  try {
    const spec = path.join(work, 'parlance.spec');
    writeFileSync(spec, specOf(described, root));
    const architecture = described.architecture === 'amd64' ? 'x86_64' : String(described.architecture);
    const places = { _topdir: work, _rpmdir: work, _rpmfilename: 'made.rpm' };
    const defines = Object.entries({ ...macros, ...places }).flatMap(([name, value]) => [
      '--define',
      `${name} ${value}`,
    ]);
    const args = ['-bb', '--target', architecture, '--buildroot', root, ...defines, spec];
    execFileSync('rpmbuild', args, { stdio: ['ignore', 'ignore', 'inherit'] });
    copyFileSync(path.join(work, 'made.rpm'), described.target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
