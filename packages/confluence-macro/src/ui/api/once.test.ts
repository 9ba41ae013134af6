import { describe, expect, it } from 'vitest';
import { leavesOpen, writeOnce } from './once.ts';
import type { Answer, Failure } from './response.ts';

const failed = (status: number, reason: string): Failure => ({ status, reason, title: '', detail: '', errors: [] });
const noPause = async () => undefined;

describe('the next try carries the same key', () => {
  it.each([
    [0, 'unreachable'],
    [409, 'key-in-use'],
    [409, 'try-again'],
    [429, 'too-many-requests'],
    [500, 'unexpected'],
    [503, 'unavailable'],
    [504, 'unexpected'],
  ])('after %s %s, because it may have been written', (status, reason) => {
    expect(leavesOpen(failed(status, reason))).toBe(true);
  });

  it.each([
    [400, 'invalid-input'],
    [403, 'not-allowed'],
    [409, 'conduct-not-acknowledged'],
    [422, 'key-reused'],
  ])('but not after %s %s, which is an answer', (status, reason) => {
    expect(leavesOpen(failed(status, reason))).toBe(false);
  });
});

describe('a write whose first try is still under way', () => {
  const answering = (...answers: Answer<string>[]) => {
    let asked = 0;
    return { write: async () => answers[Math.min(asked++, answers.length - 1)]!, asked: () => asked };
  };
  const busy: Answer<string> = { ok: false, failure: failed(409, 'key-in-use') };

  it('is asked about until it has an answer', async () => {
    const service = answering(busy, busy, { ok: true, value: 'written' });
    expect(await writeOnce(service.write, noPause)).toEqual({ ok: true, value: 'written' });
    expect(service.asked()).toBe(3);
  });

  it('is not asked about for ever', async () => {
    const service = answering(busy);
    expect(await writeOnce(service.write, noPause)).toEqual(busy);
    expect(service.asked()).toBe(13);
  });

  it('is asked about once when the answer is something else', async () => {
    const service = answering({ ok: false, failure: failed(503, 'unavailable') });
    await writeOnce(service.write, noPause);
    expect(service.asked()).toBe(1);
  });
});
