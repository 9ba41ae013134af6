import { describe, expect, it } from 'vitest';
import { communityPermissions } from '../communities/permission.ts';
import { roles } from '../communities/role.ts';
import type { AnswerId, CommunityId, PersonId, QuestionId } from '../kernel/ids.ts';
import { aParticipant, anAnswer, aQuestion, asker, helper, monday } from '../testing/question-builders.ts';
import { accept, answer, isOwn, mayBeHelped, rewrite, takeBackAcceptance } from './answer.ts';
import { comment, removeComment } from './comment.ts';
import { allows, type QuestionAction, questionActions, questionPermissions, type Relation } from './permission.ts';
import { ask, close, edit, markDuplicate, move, reopen } from './question.ts';
import { questionStates, stateOf, wayOf } from './state.ts';

const relations = [...roles, 'asker', 'member', 'colleague', 'partner', 'administrator'] as const satisfies Relation[];

describe('the permission table', () => {
  it.each([
    ['ask', ['member']],
    ['answer', ['member']],
    ['comment', ['asker', 'member']],
    ['accept', ['asker']],
    ['me-too', ['member', 'colleague', 'partner']],
    ['helped', ['asker', 'member', 'colleague', 'partner']],
    ['edit', ['coordinator', 'knowledge-steward', 'asker', 'administrator']],
    ['close', ['coordinator', 'facilitator', 'knowledge-steward', 'asker', 'administrator']],
    ['reopen', ['coordinator', 'facilitator', 'knowledge-steward', 'asker', 'administrator']],
    ['mark-duplicate', ['coordinator', 'facilitator', 'knowledge-steward', 'expert', 'asker', 'administrator']],
    ['move', ['coordinator', 'facilitator', 'knowledge-steward', 'asker', 'administrator']],
    ['keep', ['member']],
    ['remove-any-comment', ['coordinator', 'knowledge-steward', 'administrator']],
    ['report', ['asker', 'member', 'colleague', 'partner']],
    ['moderate', ['coordinator', 'knowledge-steward', 'administrator']],
  ] as const satisfies (readonly [QuestionAction, readonly Relation[]])[])(
    'lets %s be done by %j alone',
    (action, expected) => {
      expect(relations.filter((relation) => allows([relation], action)).toSorted()).toEqual([...expected].toSorted());
    },
  );

  it('has every action', () => {
    expect(questionActions).toHaveLength(15);
  });

  it('agrees with what communities say about asking', () => {
    expect(new Set<string>(questionPermissions.ask)).toEqual(new Set(communityPermissions.ask));
  });
});

describe('asking', () => {
  const { id, organisationId, communityId, title, details, topics, visibility } = aQuestion();
  const draft = { id, organisationId, communityId, title, details, topics, visibility, at: monday };

  it('tells who asked only where they did so by name', () => {
    expect(ask(aParticipant(), { ...draft, author: { personId: helper } })).toMatchObject({
      ok: true,
      value: { state: { revision: 1 }, events: [{ type: 'question.asked', personId: helper }] },
    });
    const sealed = ask(aParticipant(), { ...draft, author: { sealed: new Uint8Array(45) } });
    expect(sealed.ok && sealed.value.events[0]).not.toHaveProperty('personId');
  });

  it.each([
    ['not-taking-part', aParticipant({ relations: ['colleague'] })],
    ['community-closed', aParticipant({ closed: true })],
    ['conduct-not-acknowledged', aParticipant({ acknowledged: false })],
  ])('is refused as %s', (reason, who) => {
    expect(ask(who, { ...draft, author: { personId: helper } })).toEqual({ ok: false, reason });
  });
});

describe('an edit', () => {
  it('of the words moves the question up; of topics it does not', () => {
    const at = new Date('2026-04-01');
    expect(edit(aQuestion(), asker, { title: 'Better words', at })).toMatchObject({
      value: { state: { title: 'Better words', editedAt: at, activeAt: at } },
    });
    expect(edit(aQuestion(), asker, { topics: ['paper'], at })).toMatchObject({
      value: { state: { topics: ['paper'], editedAt: undefined, activeAt: monday } },
    });
  });

  it('that changes nothing announces nothing', () => {
    expect(edit(aQuestion(), asker, { title: aQuestion().title, at: monday })).toEqual({ ok: true, value: undefined });
  });
});

describe('closing', () => {
  const closed = { at: monday, reason: 'off-topic', note: undefined } as const;
  it('and reopening are each other’s opposite', () => {
    const shut = close(aQuestion(), asker, closed);
    expect(shut).toMatchObject({ ok: true, value: { state: { closed }, events: [{ type: 'question.closed' }] } });
    expect(reopen(aQuestion({ closed }), asker, { at: monday })).toMatchObject({
      value: { state: { closed: undefined } },
    });
    expect(close(aQuestion({ closed }), asker, closed)).toEqual({ ok: false, reason: 'already-so' });
    expect(reopen(aQuestion(), asker, { at: monday })).toEqual({ ok: false, reason: 'already-so' });
  });

  it('leaves comments open, answers not', () => {
    const given = { id: 'a' as AnswerId, author: { personId: helper }, text: 'x', at: monday };
    expect(answer(aQuestion({ closed }), aParticipant(), given)).toEqual({ ok: false, reason: 'question-closed' });
    const remark = { ...given, id: 'c' as never, answerId: undefined };
    expect(comment(aQuestion({ closed }), aParticipant(), remark)).toMatchObject({ ok: true });
  });
});

describe('linking to another question', () => {
  const other = { id: '01900000-0000-7000-8000-0000000000b9' as QuestionId, duplicateOf: undefined };
  it('follows to the one that stands', () => {
    const standing = '01900000-0000-7000-8000-0000000000ba' as QuestionId;
    const linked = markDuplicate(aQuestion(), asker, { original: { ...other, duplicateOf: standing }, at: monday });
    expect(linked).toMatchObject({ value: { state: { duplicateOf: standing } } });
  });

  it('never comes back to itself', () => {
    const back = { ...other, duplicateOf: aQuestion().id };
    expect(markDuplicate(aQuestion(), asker, { original: back, at: monday })).toEqual({
      ok: false,
      reason: 'same-question',
    });
  });
});

describe('moving', () => {
  const communityId = '01900000-0000-7000-8000-0000000000c9' as CommunityId;
  it.each([
    ['no-such-community', undefined],
    ['already-so', { communityId: aQuestion().communityId, by: aParticipant() }],
    ['not-taking-part', { communityId, by: aParticipant({ relations: ['colleague'] }) }],
    ['community-closed', { communityId, by: aParticipant({ closed: true }) }],
  ])('is refused as %s', (reason, to) => {
    expect(move(aQuestion(), asker, { to, at: monday })).toEqual({ ok: false, reason });
  });

  it('says where it came from', () => {
    expect(move(aQuestion(), asker, { to: { communityId, by: aParticipant() }, at: monday })).toMatchObject({
      value: { events: [{ type: 'question.moved', communityId, fromCommunityId: aQuestion().communityId }] },
    });
  });
});

describe('accepting', () => {
  const at = monday;
  it('credits whoever answered by name, and only the asker can', () => {
    const given = anAnswer();
    expect(accept(aQuestion(), asker, { answer: given, at })).toMatchObject({
      value: { state: { accepted: { answerId: given.id } }, events: [{ type: 'answer.accepted', personId: helper }] },
    });
    const coordinator = aParticipant({ relations: ['member', 'coordinator', 'administrator'] });
    expect(accept(aQuestion(), coordinator, { answer: given, at })).toEqual({ ok: false, reason: 'not-the-asker' });
    expect(accept(aQuestion(), asker, { answer: undefined, at })).toEqual({ ok: false, reason: 'no-such-answer' });
  });

  it('replaces an earlier choice, and twice the same changes nothing', () => {
    const given = anAnswer();
    const accepted = aQuestion({ accepted: { answerId: given.id, at } });
    expect(accept(accepted, asker, { answer: given, at })).toEqual({ ok: true, value: undefined });
    expect(takeBackAcceptance(accepted, asker, { answer: given, at })).toMatchObject({
      value: { state: { accepted: undefined } },
    });
    expect(takeBackAcceptance(aQuestion(), asker, { answer: given, at })).toEqual({ ok: true, value: undefined });
  });
});

describe('one’s own answer', () => {
  const author = aParticipant({ personId: helper, selves: [helper] });
  it('is edited by its author alone', () => {
    expect(rewrite(aQuestion(), author, { answer: anAnswer(), text: 'New' })).toMatchObject({
      value: { item: { version: 2 } },
    });
    expect(rewrite(aQuestion(), author, { answer: anAnswer(), text: anAnswer().text })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(rewrite(aQuestion(), asker, { answer: anAnswer(), text: 'New' })).toEqual({
      ok: false,
      reason: 'not-the-author',
    });
  });

  it('is known under a former account', () => {
    expect(isOwn(anAnswer(), ['other' as PersonId, helper])).toBe(true);
    expect(isOwn(anAnswer({ by: undefined }), [helper])).toBe(false);
  });

  it('does not count as help for oneself', () => {
    expect(mayBeHelped(author, anAnswer())).toEqual({ ok: false, reason: 'own-answer' });
    expect(mayBeHelped(asker, anAnswer())).toMatchObject({ ok: true });
  });
});

it('a comment is removed by its author or a steward', () => {
  const given = { id: 'c' as never, by: helper };
  const author = aParticipant({ personId: helper, selves: [helper] });
  expect(removeComment(aQuestion(), author, given)).toMatchObject({ ok: true });
  expect(removeComment(aQuestion(), aParticipant({ relations: ['knowledge-steward'] }), given)).toMatchObject({
    ok: true,
  });
  expect(removeComment(aQuestion(), asker, given)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(removeComment(aQuestion(), asker, undefined)).toEqual({ ok: false, reason: 'no-such-comment' });
});

it('a question is as far as it has come', () => {
  const open = { duplicate: false, kept: false, accepted: false, closed: false, answers: 0, asked: 0 };
  expect(stateOf(open)).toBe('open');
  expect(stateOf({ ...open, asked: 1 })).toBe('with-expert');
  expect(stateOf({ ...open, asked: 1, answers: 1 })).toBe('answered');
  expect(stateOf({ ...open, answers: 1, closed: true })).toBe('closed');
  expect(stateOf({ ...open, answers: 1, closed: true, accepted: true })).toBe('accepted');
  expect(stateOf({ ...open, accepted: true, kept: true })).toBe('kept');
  expect(stateOf({ ...open, kept: true, duplicate: true })).toBe('duplicate');
});

describe('the way of a question', () => {
  const words = (...given: Parameters<typeof wayOf>) => wayOf(...given).map(({ state, is }) => `${state} ${is}`);
  const nothing = { accepted: false, answers: 0, everAsked: false };

  it('was with an expert only where somebody was asked', () => {
    expect(words('answered', { ...nothing, answers: 1 })).toEqual([
      'open passed',
      'answered here',
      'accepted ahead',
      'kept ahead',
    ]);
    expect(words('answered', { ...nothing, answers: 1, everAsked: true })).toContain('with-expert passed');
  });

  it('ends beside the usual one where it was closed or asked before', () => {
    expect(words('closed', nothing)).toEqual(['open passed', 'closed here']);
    expect(words('duplicate', { accepted: true, answers: 2, everAsked: true })).toEqual([
      'open passed',
      'with-expert passed',
      'answered passed',
      'accepted passed',
      'duplicate here',
    ]);
  });

  it('has one place where it is, in every state', () => {
    for (const state of questionStates) {
      expect(wayOf(state, nothing).filter(({ is }) => is === 'here')).toEqual([{ state, is: 'here' }]);
    }
  });
});
