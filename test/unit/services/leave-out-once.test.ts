import { describe, expect, it } from 'vitest';
import { createLeaveOutOnce } from '../../../main/services/leave-out-once';
import type { ChatOptions } from '../../../preload/contract/parameters';

const ASKING: ChatOptions = { model: 'm', params: { contextRule: 'ask', temperature: 1 } };
const NOT_ASKING: ChatOptions = { model: 'm', params: { temperature: 1 } };

describe('leaving out messages once', () => {
  it('is once, in that chat only: the next turn asks again', () => {
    const once = createLeaveOutOnce();
    once.allow('chat');
    expect(once.decide('other', ASKING)).toBe(ASKING);
    expect(once.decide('chat', ASKING)).toEqual(NOT_ASKING);
    expect(once.decide('chat', ASKING)).toBe(ASKING);
  });

  it('holds for all requests of one comparison', () => {
    const once = createLeaveOutOnce();
    once.allow('chat');
    expect(once.decideAll('chat', [ASKING, ASKING])).toEqual([NOT_ASKING, NOT_ASKING]);
  });

  it('is not kept for later when the turn did not come about', () => {
    const once = createLeaveOutOnce();
    once.allow('chat');
    once.forget('chat');
    expect(once.decide('chat', ASKING)).toBe(ASKING);
    expect(once.decide(null, ASKING)).toBe(ASKING);
  });
});
