import { describe, expect, it } from 'vitest';
import { aHolder, aSituation, closed, daysLater, monday, personId } from '../testing/community-builders.ts';
import { changeStage, close, reopen } from './life-stage.ts';

const coordinator = aSituation({ me: aHolder('coordinator') });
describe('a stage', () => {
  it('is entered with its date, its author and its note', () => {
    const changed = changeStage(coordinator, { stage: 'maturing', note: 'Twenty of us', at: monday });

    expect(changed).toMatchObject({
      value: { state: { stage: 'maturing' }, events: [{ type: 'community.stage-changed', stage: 'maturing' }] },
    });
    expect(changed.ok && changed.value.state.history.at(-1)).toEqual({
      stage: 'maturing',
      since: monday,
      by: personId(1),
      note: 'Twenty of us',
    });
  });

  it('may go back, because communities do', () => {
    expect(changeStage(coordinator, { stage: 'potential', note: undefined, at: monday }).ok).toBe(true);
  });

  it('is not entered twice', () => {
    expect(changeStage(coordinator, { stage: 'coalescing', note: undefined, at: monday })).toEqual({
      ok: false,
      reason: 'already-so',
    });
  });
});

describe('closing', () => {
  const ended = close(coordinator, { reason: 'We did what we came for', at: monday });

  it('keeps what there was, with the reason', () => {
    expect(ended).toMatchObject({
      value: {
        state: {
          ...coordinator.community,
          stage: 'closed',
          closed: { at: monday },
          history: expect.anything(),
          revision: 5,
        },
        events: [{ type: 'community.closed' }],
      },
    });
  });

  it('is undone into the stage there was before', () => {
    if (!ended.ok) throw new Error(ended.reason);
    const reopened = reopen({ ...coordinator, community: ended.value.state }, { at: daysLater(7) });

    expect(reopened).toMatchObject({
      value: { state: { stage: 'coalescing', closed: undefined }, events: [{ type: 'community.reopened' }] },
    });
    expect(reopened.ok && reopened.value.state.history.map(({ stage }) => stage)).toEqual([
      'potential',
      'coalescing',
      'closed',
      'coalescing',
    ]);
  });

  it('is up to a coordinator', () => {
    expect(close(aSituation({ me: aHolder('facilitator') }), { reason: 'Enough', at: monday })).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });

  it('and opening are refused where there is nothing to do', () => {
    const shut = aSituation({ me: aHolder('coordinator'), community: closed });

    expect(close(shut, { reason: 'Enough', at: monday })).toEqual({ ok: false, reason: 'already-so' });
    expect(reopen(coordinator, { at: monday })).toEqual({ ok: false, reason: 'already-so' });
  });
});
