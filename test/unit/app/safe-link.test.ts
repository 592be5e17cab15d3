import { expect, it } from 'vitest';
import { safeLink } from '../../../main/app/safe-link';

it.each(['https://example.org/a?b=c', 'http://localhost:3000/', 'mailto:someone@example.org'])(
  'hands an ordinary link on: %s',
  (url) => expect(safeLink(url)).toBe(url),
);

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>1</script>',
  'smb://server/share',
  'ms-msdt:/id',
  'vscode://file/x',
  'app://parlance/index.html',
  '\\\\server\\share',
  '/etc/passwd',
  'https',
])('hands nothing to the system that could start a program: %s', (url) => expect(safeLink(url)).toBeNull());
