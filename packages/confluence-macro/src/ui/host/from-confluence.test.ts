import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readResponse } from '../api/response.ts';
import { readContext } from './context.ts';

describe('the place that Confluence describes', () => {
  it('is read from the context of a macro', () => {
    const host = readContext({
      moduleKey: 'copse-practices',
      accountId: '712020:a',
      siteUrl: 'https://x.atlassian.net',
      locale: 'de-DE',
      extension: {
        config: { topic: 'access' },
        space: { id: 555, key: 'LT' },
        content: { id: '65601', type: 'page' },
        isEditing: true,
        autoConvertLink: 'https://a.example',
      },
    });
    expect(host).toEqual({
      moduleKey: 'copse-practices',
      accountId: '712020:a',
      config: { topic: 'access' },
      pastedLink: 'https://a.example',
      editing: true,
      space: { id: '555', key: 'LT', name: 'LT' },
      pageId: '65601',
      siteUrl: 'https://x.atlassian.net',
      locale: 'de-DE',
    });
  });

  it('is usable however little of it is there', () => {
    fc.assert(
      fc.property(fc.anything(), (context) => {
        expect(typeof readContext(context).moduleKey).toBe('string');
      }),
    );
  });
});

describe('an answer that came through Confluence', () => {
  it('is read whether the body was parsed on the way or not', () => {
    expect(readResponse({ status: 200, body: { name: 'a' } })).toEqual({ ok: true, value: { name: 'a' } });
    expect(readResponse({ status: 200, body: '{"name":"a"}' })).toEqual({ ok: true, value: { name: 'a' } });
  });

  it('keeps our word for a refusal, from problem+json that stayed text', () => {
    const body = JSON.stringify({
      reason: 'own-practice',
      title: 'Your own practice',
      detail: 'It is yours.',
      status: 403,
    });
    expect(readResponse({ status: 403, body })).toEqual({
      ok: false,
      failure: { reason: 'own-practice', status: 403, title: 'Your own practice', detail: 'It is yours.', errors: [] },
    });
  });

  it('counts as an outage when nothing of ours is in it', () => {
    expect(readResponse(undefined)).toMatchObject({ failure: { reason: 'unreachable' } });
    expect(readResponse({ message: 'timeout' })).toMatchObject({ failure: { reason: 'unreachable' } });
    expect(readResponse({ status: 502, body: '<html>' })).toMatchObject({ failure: { reason: 'unexpected' } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (response) => {
        expect(typeof readResponse(response).ok).toBe('boolean');
      }),
    );
  });
});
