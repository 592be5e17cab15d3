import { describe, expect, test } from 'vitest';
import { notesText } from '../../../main/updates/notes-text';

describe('release notes', () => {
  test('Markdown stays as it is, with what looks like a tag in it', () => {
    expect(notesText('- Draw `<p>` as text & more\n')).toBe('- Draw `<p>` as text & more');
  });

  test('HTML of GitHub’s feed becomes Markdown, and nothing of it markup', () => {
    const html =
      '<h2>New</h2>\n<ul>\n<li>Faster &amp; <strong>smaller</strong></li>\n<li>&lt;script&gt; &#20320;</li>\n</ul><p>Enjoy<br>it</p>';
    expect(notesText(html)).toBe('## New\n\n- Faster & smaller\n\n- <script> 你\n\nEnjoy\nit');
  });

  test('notes of several versions are joined', () => {
    expect(notesText([{ version: '2', note: 'b' }, { version: '1', note: null }, { note: 'a' }])).toBe(
      'b\n\n\n\na',
    );
  });

  test('what is no text is nothing, and what is too long is cut', () => {
    expect(notesText(null)).toBe('');
    expect(notesText({ note: 7 })).toBe('');
    expect(notesText('x'.repeat(100_000))).toHaveLength(20_000);
  });
});
