import { expect, it } from 'vitest';
import {
  inputOf,
  isChanged,
  savedForm,
  takeSaved,
} from '../../../renderer/features/settings-dialog/proxy-form';

const saved = { proxy: 'http://proxy:3128', proxyUser: 'me', proxyBypass: '' };

it('keeps what was typed while the rest was being saved', () => {
  const sent = { ...savedForm(saved), proxy: 'proxy:9', password: 'secret' };
  const now = { ...sent, user: 'somebody el' };
  expect(takeSaved(now, sent, { ...saved, proxy: 'http://proxy:9' })).toEqual({
    proxy: 'http://proxy:9',
    user: 'somebody el',
    password: '',
    bypass: '',
  });
});

it('asks for the stored password to be kept, or forgotten together with the name', () => {
  const form = savedForm(saved);
  expect(isChanged(form, saved)).toBe(false);
  expect(inputOf({ ...form, bypass: ' a ' })).toMatchObject({ bypass: 'a', password: null });
  expect(inputOf({ ...form, user: ' ' })).toMatchObject({ user: '', password: '' });
  expect(inputOf({ ...form, password: ' typed ' }).password).toBe(' typed ');
});
