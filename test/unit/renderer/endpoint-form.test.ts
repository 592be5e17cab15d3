import { describe, expect, it } from 'vitest';
import { endpointInput } from '../../../preload/contract/endpoints';
import { emptyForm, inputOf } from '../../../renderer/features/settings-dialog/endpoint-form';
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
