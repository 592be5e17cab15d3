import { describe, expect, it } from 'vitest';
import { type EndpointInfo, endpointInput } from '../../../preload/contract/endpoints';
import {
  emptyForm,
  formOf,
  inputOf,
  isChanged,
  keepsKey,
} from '../../../renderer/features/settings-dialog/endpoint-form';
import { parseSilence } from '../../../renderer/features/settings-dialog/silence';

describe('the endpoint form', () => {
  it('takes any other address for a compatible server, so that key, address and Save are enough', () => {
    const input = inputOf({ ...emptyForm, baseUrl: ' http://127.0.0.1:8080/v1 ', apiKey: ' sk-test\n' });
    expect(input).toEqual({
      id: null,
      kind: 'compatible',
      baseUrl: 'http://127.0.0.1:8080/v1',
      apiVersion: null,
      apiKey: 'sk-test',
    });
    expect(endpointInput.safeParse(input).success).toBe(true);
  });

  it('is not fooled by an address that only looks like OpenAI', () => {
    expect(inputOf({ ...emptyForm, baseUrl: 'https://api.openai.com.evil.example/v1' }).kind).toBe(
      'compatible',
    );
    expect(inputOf(emptyForm).kind).toBe('openai');
    expect(inputOf({ ...emptyForm, baseUrl: 'no address' }).kind).toBe('compatible');
  });

  it('keeps the stored key when the field is empty, and sends api-version to Azure only', () => {
    const typed = { ...emptyForm, apiVersion: '2024-10-21' };
    expect(inputOf(typed)).toMatchObject({ apiKey: null, apiVersion: null });
    expect(inputOf({ ...typed, type: 'azure' })).toMatchObject({ kind: 'azure', apiVersion: '2024-10-21' });
  });
});

const environment: EndpointInfo = {
  id: 'environment',
  kind: 'compatible',
  name: 'mine.example',
  baseUrl: 'https://mine.example/v1',
  apiVersion: null,
  key: { stored: true, lastFour: 'abcd', method: 'environment' },
};

describe('the form of an endpoint', () => {
  it('shows the address of the environment, not that of OpenAI, and is not changed by being shown', () => {
    const form = formOf(environment);
    expect(form).toMatchObject({ id: 'environment', baseUrl: 'https://mine.example/v1' });
    expect(isChanged(form, environment)).toBe(false);
    expect(isChanged({ ...form, apiKey: 'sk-typed' }, environment)).toBe(true);
    expect(isChanged({ ...form, baseUrl: 'https://mine.example/v2' }, environment)).toBe(true);
    expect(isChanged({ ...form, type: 'azure' }, environment)).toBe(true);
    expect(isChanged(emptyForm, null)).toBe(true);
  });

  it('promises to keep the key for the address it belongs to only', () => {
    const kept = (baseUrl: string) => keepsKey({ ...emptyForm, baseUrl }, environment);
    expect(['https://mine.example/v2', ' mine.example/v1', 'https://mine.example'].map(kept)).not.toContain(
      false,
    );
    expect(['https://mine.example.evil/v1', 'http://mine.example/v1', '', 'x'].map(kept)).not.toContain(true);
    expect(keepsKey(emptyForm, { ...environment, key: { ...environment.key, stored: false } })).toBe(false);
  });
});

describe('the silence field', () => {
  it('takes whole seconds from 1 to 3600 only', () => {
    expect(['1', ' 3600 ', '６０'].map(parseSilence)).toEqual([1, 3600, 60]);
    expect(['0', '3601', '1.5', '-1', '', 'x'].map(parseSilence)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
