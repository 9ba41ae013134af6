import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommunityId, OrganisationId, PersonId, QuestionId } from '../kernel/ids.ts';
import {
  AT_ONCE,
  askNext,
  begin,
  type Candidate,
  type Consultation,
  conclude,
  decline,
  passOn,
  PATIENCE_MS,
  ROUNDS,
} from './consultation.ts';

const noon = new Date('2026-03-02T12:00:00Z');
const later = (ms: number) => new Date(noon.getTime() + ms);
const person = (number: number) => `person-${number}` as PersonId;
const someone = (number: number, presentAt = noon): Candidate => ({
  personId: person(number),
  because: `Because of ${number}.`,
  presentAt,
});
const some = (count: number) => Array.from({ length: count }, (_, at) => someone(at));
const opening = {
  questionId: 'question' as QuestionId,
  organisationId: 'northwind' as OrganisationId,
  communityId: 'guild' as CommunityId,
};
const begun = begin(opening, undefined, noon);
const asked = (count: number, at = noon): Consultation => askNext(begun, some(count), at)!.state;
const waitedFor = ({ consulted }: Consultation) =>
  consulted.filter(({ state }) => state === 'asked').map(({ personId }) => personId);

describe('those who know', () => {
  it('are asked three at a time, the best first, each with the reason', () => {
    const change = askNext(begun, some(9), noon);

    expect(waitedFor(change!.state)).toEqual([person(0), person(1), person(2)]);
    expect(change!.state).toMatchObject({ rounds: 1, nextAt: later(PATIENCE_MS) });
    expect(change!.events.map((event) => event.type)).toEqual(Array(AT_ONCE).fill('consultation.asked'));
  });

  it('have time: nobody else is asked before it is over', () => {
    expect(askNext(asked(9), some(9), later(PATIENCE_MS - 1))).toBeUndefined();
  });

  it('make way for the next three', () => {
    expect(waitedFor(askNext(asked(9), some(9), later(PATIENCE_MS))!.state)).toEqual([person(3), person(4), person(5)]);
  });

  it('give way to the coordinators after two rounds', () => {
    const twice = askNext(asked(9), some(9), later(PATIENCE_MS))!.state;
    const change = askNext(twice, some(9), later(2 * PATIENCE_MS))!;

    expect(change.state).toMatchObject({ state: 'with-coordinators', nextAt: undefined });
    expect(change.events).toEqual([
      { type: 'consultation.with-coordinators', questionId: 'question', communityId: 'guild' },
    ]);
    expect(waitedFor(change.state)).toEqual([]);
  });

  it('and where there are none, the coordinators hear of it at once', () => {
    expect(askNext(begun, [], noon)!.state.state).toBe('with-coordinators');
  });

  it('are not woken: it waits for the first to come to work', () => {
    const asleep = [someone(0, later(9000)), someone(1, later(5000))];
    const change = askNext(begun, asleep, noon)!;
    expect(change).toMatchObject({ events: [], state: { nextAt: later(5000), rounds: 0 } });
    expect(waitedFor(askNext(change.state, [someone(0), someone(1, later(5000))], later(5000))!.state)).toHaveLength(2);
  });
});

describe('whoever is asked', () => {
  it('can say «not me»; when all have, the next are asked at once', () => {
    const none = [0, 1, 2].reduce((one, at) => {
      const declined = decline(one, person(at), later(1000));
      return declined.ok && declined.value ? declined.value.state : one;
    }, asked(9));

    expect(none.nextAt).toEqual(later(1000));
    expect(waitedFor(askNext(none, some(9), later(1000))!.state)).toEqual([person(3), person(4), person(5)]);
  });

  it('can pass it on', () => {
    const passed = passOn(asked(9), person(0), { personId: person(8), because: 'Better' }, noon);

    expect(passed).toMatchObject({
      ok: true,
      value: {
        events: [
          { type: 'consultation.passed', toPersonId: person(8) },
          { type: 'consultation.asked', personId: person(8) },
        ],
      },
    });
    expect(passed.ok && waitedFor(passed.value.state)).toEqual([person(1), person(2), person(8)]);
  });

  it.each([
    ['somebody who was not asked', person(7), person(8), 'not-asked'],
    ['somebody who was asked already', person(0), person(1), 'asked-before'],
    ['themselves', person(0), person(0), 'asked-before'],
  ])('cannot pass it on as, or to, %s', (_who, from, to, reason) => {
    expect(passOn(asked(9), from, { personId: to, because: '' }, noon)).toEqual({ ok: false, reason });
  });

  it('saying no twice changes nothing', () => {
    const declined = decline(asked(9), person(0), noon);
    expect(declined.ok && declined.value && decline(declined.value.state, person(0), noon)).toEqual({
      ok: true,
      value: undefined,
    });
  });
});

it('an answer ends it, whoever gave it', () => {
  const { state } = conclude(asked(9), person(1), noon)!;

  expect(state).toMatchObject({ state: 'over', nextAt: undefined });
  expect(state.consulted.map((one) => one.state)).toEqual(['silent', 'answered', 'silent']);
  expect(conclude(state, undefined, noon)).toBeUndefined();
  expect(askNext(state, some(9), later(PATIENCE_MS))).toBeUndefined();
});

type Step = {
  readonly what: 'wait' | 'decline' | 'pass' | 'answer' | 'reopen';
  readonly who: number;
  readonly to: number;
};

it('whatever happens, nobody is asked twice, and three at a time at most are asked anew', () => {
  const steps = fc.array(
    fc.record({
      what: fc.constantFrom<Step['what']>('wait', 'decline', 'pass', 'answer', 'reopen'),
      who: fc.nat(11),
      to: fc.nat(11),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      let now = noon;
      let one = begun;
      const told: string[] = [];
      const take = (
        change: { state: Consultation; events: readonly { type: string; personId?: PersonId }[] } | undefined,
      ) => {
        if (!change) return;
        one = change.state;
        const anew = change.events.flatMap(({ type, personId }) =>
          type === 'consultation.asked' ? [personId ?? ''] : [],
        );
        expect(anew.length).toBeLessThanOrEqual(AT_ONCE);
        told.push(...anew);
      };
      for (const { what, who, to } of all) {
        now = new Date(now.getTime() + (what === 'wait' ? PATIENCE_MS : 1000));
        if (what === 'wait') take(askNext(one, some(12), now));
        if (what === 'answer') take(conclude(one, person(who), now));
        if (what === 'reopen') one = { ...begin(opening, one, now), revision: one.revision };
        const said =
          what === 'decline'
            ? decline(one, person(who), now)
            : what === 'pass'
              ? passOn(one, person(who), someone(to), now)
              : undefined;
        if (said?.ok) take(said.value);
      }
      expect(new Set(told).size).toBe(told.length);
      expect(one.consulted).toHaveLength(told.length);
      expect(one.rounds).toBeLessThanOrEqual(ROUNDS);
    }),
  );
});
