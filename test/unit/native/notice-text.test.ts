import { describe, expect, it } from 'vitest';
import { nativeText } from '../../../main/app/native-text';
import { noticeText } from '../../../main/native/notice-text';
import type { MessagePart } from '../../../preload/contract/parts';

const text = nativeText('en');
const saying = (words: string, status: 'complete' | 'failed' = 'complete') => ({
  status,
  parts: [{ type: 'text', text: words }] satisfies MessagePart[],
});

describe('what a notification tells', () => {
  it('is nothing of the chat, unless that is wanted', () => {
    expect(noticeText('plain', 'My illness', saying('Take two'), text)).toEqual({
      title: 'Parlance',
      body: 'A reply is complete.',
    });
    expect(noticeText('title', 'My illness', saying('Take two'), text)).toEqual({
      title: 'My illness',
      body: 'A reply is complete.',
    });
    expect(noticeText('reply', 'My illness', saying('Take two'), text).body).toBe('Take two');
  });

  it('is the failure, not what came before it', () => {
    expect(noticeText('reply', 'My illness', saying('Take', 'failed'), text).body).toBe(
      'A reply has failed.',
    );
  });

  it('is one line of bounded length that never ends in half a character', () => {
    const { body } = noticeText('reply', 'x', saying(`a\n\n${'😀'.repeat(300)}`), text);
    expect(body.length).toBeLessThanOrEqual(201);
    expect(body).toMatch(/^a 😀+…$/u);
  });

  it('has words where a chat has no title, or a reply no text', () => {
    expect(noticeText('title', '', saying('x'), text).title).toBe('Parlance');
    expect(noticeText('reply', 'Tools', { status: 'complete', parts: [] }, text).body).toBe(
      'A reply is complete.',
    );
  });
});
