import { describe, expect, it } from 'vitest';
import { readSettingsFile, settingsFileText } from '../../../main/settings/settings-file';
import { defaultSettings } from '../../../preload/contract/default-settings';
import type { Settings } from '../../../preload/contract/settings';

const here = { settings: defaultSettings, endpoints: [] };
const openai = { kind: 'openai', baseUrl: 'https://api.openai.com/v1', apiVersion: null } as const;
const local = { kind: 'compatible', baseUrl: 'http://127.0.0.1:11434/v1', apiVersion: null } as const;

const changed: Settings = {
  ...defaultSettings,
  language: 'zh-CN',
  theme: 'dark',
  accent: 'rose',
  textSize: 'large',
  density: 'compact',
  contrast: 'more',
  newChat: { model: 'gpt-4o', params: { temperature: 0, stop: ['\n'], systemPrompt: '说中文' } },
  proxy: 'socks5://127.0.0.1:1080',
  proxyUser: 'me',
  proxyBypass: 'intranet',
  silenceSeconds: 7,
  modelFacts: { 'house-model': { contextWindow: 8000 } },
  monthlyLimitUsd: 0,
  trashDays: 0,
  presets: [{ name: 'Fast', params: { maxTokens: 5 } }],
  autoTitles: 'off',
  replyView: 'start',
  notifications: 'off',
  tray: 'stay',
  quickKeys: 'CmdOrCtrl+Alt+Space',
  updateChecks: false,
  betaVersions: true,
  spellCheck: ['de'],
  keys: { newChat: null, find: 'F4' },
  recentCommands: ['trash'],
};

const fileOf = (parts: object): string => JSON.stringify({ parlance: 1, kind: 'settings', ...parts });
const read = (parts: object, settings = defaultSettings) =>
  readSettingsFile(fileOf(parts), { settings, endpoints: [] });

describe('a file of settings', () => {
  it('carries every setting and every server, and says nothing of what was done last', () => {
    const text = settingsFileText({ settings: changed, endpoints: [openai, local] }, new Date(0));
    const { recentCommands, ...rest } = changed;
    expect(recentCommands).toEqual(['trash']);
    expect(readSettingsFile(text, here)).toEqual({
      settings: rest,
      endpoints: [openai, local],
      skipped: [],
      skippedMore: 0,
    });
    // Every setting was changed above: one that is new must be too.
    for (const name of Object.keys(rest) as (keyof typeof rest)[])
      expect([name, rest[name]]).not.toEqual([name, defaultSettings[name]]);
  });

  it('changes nothing where everything is set like that', () => {
    const text = settingsFileText({ settings: changed, endpoints: [openai] }, new Date(0));
    expect(readSettingsFile(text, { settings: changed, endpoints: [openai] })).toMatchObject({
      settings: {},
      endpoints: [],
    });
  });

  it('names no place on this computer', () => {
    const settings = { ...changed, proxy: 'pac+file:///etc/proxy.pac' };
    const text = settingsFileText({ settings, endpoints: [] }, new Date(0));
    expect(text).not.toContain('proxy.pac');
    expect(readSettingsFile(text, here).settings).not.toHaveProperty('proxy');
  });

  it('holds no more of a server than where it is', () => {
    const listed = {
      ...openai,
      id: 'x',
      name: 'OpenAI',
      key: { stored: true, lastFour: 'abcd', method: 'os' },
    };
    const text = settingsFileText({ settings: changed, endpoints: [listed] }, new Date(0));
    expect(JSON.parse(text).endpoints).toEqual([openai]);
  });
});

describe('reading a file of settings', () => {
  it('tells what it does not know and what cannot be, and takes the rest', () => {
    const found = read({
      settings: { theme: 'dark', silenceSeconds: 0, textSize: 4, glow: true, recentCommands: ['trash'] },
      endpoints: [local, { ...local, baseUrl: 'ftp://x' }, { ...openai, apiKey: 'sk-secret' }, 7],
      plugins: [],
    });
    expect(found).toEqual({
      settings: { theme: 'dark' },
      endpoints: [local],
      skipped: [
        { name: 'plugins', why: 'unknown' },
        { name: 'silenceSeconds', why: 'invalid' },
        { name: 'textSize', why: 'invalid' },
        { name: 'glow', why: 'unknown' },
        { name: 'recentCommands', why: 'unknown' },
        { name: 'endpoints[1]', why: 'invalid' },
        { name: 'endpoints[2]', why: 'invalid' },
        { name: 'endpoints[3]', why: 'invalid' },
      ],
      skippedMore: 0,
    });
  });

  it('is stopped by no file of another kind, nor by one of a newer version', () => {
    for (const text of [
      '',
      '[]',
      'null',
      '{}',
      '{"parlance":1,"kind":"export"}',
      '{"parlance":0,"kind":"settings"}',
    ])
      expect(() => readSettingsFile(text, here), text).toThrowError(
        expect.objectContaining({ code: 'settings.unknownFile' }),
      );
    expect(() => readSettingsFile('{"parlance":2,"kind":"settings"}', here)).toThrowError(
      expect.objectContaining({ code: 'settings.newerFile' }),
    );
    expect(readSettingsFile(`\uFEFF${fileOf({ settings: { theme: 'dark' } })}`, here).settings).toEqual({
      theme: 'dark',
    });
  });

  it('adds presets and facts of models to those that are here', () => {
    const fast = { name: 'Fast', params: { maxTokens: 5 } };
    const settings = {
      ...defaultSettings,
      presets: [fast, { name: 'Own', params: {} }],
      modelFacts: { own: { maxOutput: 9 } },
    };
    const slower = { name: 'Fast', params: { maxTokens: 50 } };
    expect(read({ settings: { presets: [slower], modelFacts: { theirs: {} } } }, settings).settings).toEqual({
      presets: [{ name: 'Own', params: {} }, slower],
      modelFacts: { own: { maxOutput: 9 }, theirs: {} },
    });
  });

  it('takes no password with a proxy, and no proxy that cannot be', () => {
    expect(read({ settings: { proxy: 'http://me:secret@proxy:3128' } }).settings).toEqual({
      proxy: 'http://proxy:3128',
    });
    expect(read({ settings: { proxy: 'no proxy at all' } }).skipped).toEqual([
      { name: 'proxy', why: 'invalid' },
    ]);
  });

  it('is stopped by no hostile file: names of every object, deep nesting, many and long names', () => {
    const hostile = read({
      settings: JSON.parse('{"__proto__":{"theme":"dark"},"constructor":1,"toString":2,"hasOwnProperty":3}'),
    });
    expect(hostile.settings).toEqual({});
    expect(hostile.skipped.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
    ]);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const names = Object.keys(defaultSettings).map((name) => `"${name}":${deep}`);
    const nested = readSettingsFile(`{"parlance":1,"kind":"settings","settings":{${names.join(',')}}}`, here);
    expect(nested.settings).toEqual({});
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`${'x'.repeat(1000)}${at}`, at]),
    );
    const told = read({ settings: many });
    expect(told.skipped).toHaveLength(20);
    expect(told.skippedMore).toBe(4980);
    expect(told.skipped[0]?.name).toHaveLength(61);
    expect(Object.prototype).not.toHaveProperty('theme');
  });
});
