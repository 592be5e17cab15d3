import { describe, expect, it } from 'vitest';
import { gapAfter, sentences } from '../../../renderer/i18n/sentences';

describe('sentences that are joined', () => {
  it('have a space between them in English and none in Chinese', () => {
    expect(sentences('It failed.', 'Try again.')).toBe('It failed. Try again.');
    expect(sentences('操作失败。', '请重试。')).toBe('操作失败。请重试。');
    expect(sentences('操作失败！', '（超时）', 'Bad gateway. ')).toBe('操作失败！（超时）Bad gateway. ');
  });

  it('leave no space where one of them is missing', () => {
    expect(sentences('', 'Only this.', null, '')).toBe('Only this.');
    expect(sentences('', null)).toBe('');
  });

  it('keep the space after Chinese words that are no sentence', () => {
    expect(gapAfter('聊天记录密钥未受保护')).toBe(' ');
  });
});
