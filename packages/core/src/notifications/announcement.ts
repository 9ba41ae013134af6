import type { Role } from '../communities/role.ts';
import { gatheringPlans, inGathering } from './gathering-announcement.ts';
import type { Subject, What } from './happening.ts';
import { introductionPlans } from './introduction-announcement.ts';
import { mentoringPlans } from './mentoring-announcement.ts';
import { publishingPlans } from './publishing-announcement.ts';

/** What a fact says, as it comes out of the outbox: ids, and words of ours. */
export type Fact = {
  readonly id: string;
  readonly type: string;
  readonly organisationId: string;
  readonly occurredAt: Date;
} & Readonly<Record<string, unknown>>;

/** Something that somebody wrote, whose author may be sealed. */
export type Written = { readonly kind: 'question' | 'answer' | 'comment'; readonly id: string };

/** To whom something is told. Who that is, queries find out. */
export type Audience =
  | { readonly to: 'person'; readonly personId: string }
  | { readonly to: 'author'; readonly of: Written }
  | { readonly to: 'me-too'; readonly questionId: string }
  | { readonly to: 'roles'; readonly communityId: string; readonly roles: readonly Role[] }
  | { readonly to: 'owner'; readonly practiceId: string }
  /** Whoever wants to come to a date, or to any date of its series that had not passed by `since`; or was there. */
  | {
      readonly to: 'coming';
      readonly occurrenceId: string;
      readonly since: Date | undefined;
      readonly attended: boolean;
    }
  /** Whoever hosts a date of this series. */
  | { readonly to: 'hosts'; readonly occurrenceId: string }
  /** Those who were introduced to each other. */
  | { readonly to: 'introduced'; readonly introductionId: string }
  /** All members who want it at once: told in portions, and counted for whoever caused it. */
  | { readonly to: 'members'; readonly communityId: string };

/** One thing to tell. Nobody is told of what they did themselves. */
export type Announcement = {
  readonly what: What;
  readonly subject: Subject;
  readonly communityId: string | undefined;
  readonly audience: Audience;
  readonly because?: string | undefined;
  /** What they wanted to come to and may not see any more: why, and how many dates. */
  readonly lost?: { readonly because: string; readonly dates: number } | undefined;
  /** The entry of the audit log that has the reason. */
  readonly auditId?: string | undefined;
  readonly not?: { readonly personId?: string | undefined; readonly authorOf?: Written | undefined };
};

const text = (fact: Fact, field: string): string | undefined => {
  const value = fact[field];
  return typeof value === 'string' ? value : undefined;
};

type Plan = (fact: Fact) => readonly Announcement[];

/** Stewards of what is written, and those who keep the practices of a community. */
const STEWARDS: readonly Role[] = ['coordinator', 'knowledge-steward'];
const REVIEWERS: readonly Role[] = ['knowledge-steward', 'expert', 'coordinator'];

const inQuestion = (fact: Fact) => ({
  subject: { kind: 'question', id: String(fact['questionId']) } as const,
  communityId: text(fact, 'communityId'),
});
const inPractice = (fact: Fact) => ({
  subject: { kind: 'practice', id: String(fact['practiceId']) } as const,
  communityId: text(fact, 'communityId'),
});
const inCommunity = (fact: Fact) => {
  const id = String(fact['communityId']);
  return { subject: { kind: 'community', id } as const, communityId: id };
};
const doer = (fact: Fact) => ({ not: { personId: text(fact, 'by') ?? text(fact, 'personId') } });

/** Tells the person a fact happened to, unless they brought it about themselves. */
const toWhomItHappened =
  (what: What): Plan =>
  (fact) => {
    const personId = text(fact, 'personId');
    if (personId === undefined || personId === text(fact, 'by')) return [];
    return [{ what, ...inCommunity(fact), audience: { to: 'person', personId } }];
  };

const toOwner =
  (what: What): Plan =>
  (fact) => [
    {
      what,
      ...inPractice(fact),
      audience: { to: 'owner', practiceId: String(fact['practiceId']) },
      not: { personId: text(fact, 'personId') },
    },
  ];

/** What has an author with a name, whose page is that of a date. */
const ofGatherings: ReadonlySet<unknown> = new Set(['agenda-item', 'gathering', 'recap']);

/** What a steward did to something that was written is told to its author. */
const toAuthorOfItem =
  (what: What): Plan =>
  (fact) => {
    const kind = text(fact, 'subjectKind');
    const id = text(fact, 'subjectId');
    if (id === undefined) return [];
    if (kind === 'practice') {
      const subject = { kind: 'practice', id } as const;
      const communityId = text(fact, 'communityId');
      return [
        { what, subject, communityId, audience: { to: 'owner', practiceId: id }, auditId: text(fact, 'auditId') },
      ];
    }
    const writtenBy = text(fact, 'writtenBy');
    if (ofGatherings.has(kind) && writtenBy !== undefined) {
      const audience = { to: 'person', personId: writtenBy } as const;
      return [{ what, ...inGathering(fact), audience, auditId: text(fact, 'auditId') }];
    }
    if (kind !== 'question' && kind !== 'answer' && kind !== 'comment') return [];
    const questionId = text(fact, 'questionId') ?? (kind === 'question' ? id : undefined);
    if (questionId === undefined) return [];
    const audience = { to: 'author', of: { kind, id } } as const;
    return [{ what, ...inQuestion({ ...fact, questionId }), audience, auditId: text(fact, 'auditId') }];
  };

/** Who is told what of each fact. A fact that is not in here is told to nobody. */
const plans: Readonly<Record<string, Plan>> = {
  'question.asked': (fact) => [
    {
      what: 'question-asked',
      ...inQuestion(fact),
      audience: { to: 'members', communityId: String(fact['communityId']) },
      not: { authorOf: { kind: 'question', id: String(fact['questionId']) } },
    },
  ],
  'answer.given': (fact) => [
    {
      what: 'answer-given',
      ...inQuestion(fact),
      audience: { to: 'author', of: { kind: 'question', id: String(fact['questionId']) } },
      not: { authorOf: { kind: 'answer', id: String(fact['answerId']) } },
    },
  ],
  'answer.accepted': (fact) => [
    {
      what: 'answer-accepted',
      ...inQuestion(fact),
      audience: { to: 'author', of: { kind: 'answer', id: String(fact['answerId']) } },
      // Whoever accepts their own answer knows it already.
      not: { authorOf: { kind: 'question', id: String(fact['questionId']) } },
    },
    {
      what: 'solved-for-me-too',
      ...inQuestion(fact),
      audience: { to: 'me-too', questionId: String(fact['questionId']) },
      not: { authorOf: { kind: 'answer', id: String(fact['answerId']) } },
    },
  ],
  'comment.made': (fact) => {
    const answerId = text(fact, 'answerId');
    const of: Written = answerId
      ? { kind: 'answer', id: answerId }
      : { kind: 'question', id: String(fact['questionId']) };
    return [
      {
        what: answerId ? 'comment-on-answer' : 'comment-on-question',
        ...inQuestion(fact),
        audience: { to: 'author', of },
        not: { authorOf: { kind: 'comment', id: String(fact['commentId']) } },
      },
    ];
  },
  'consultation.asked': (fact) => {
    const audience = { to: 'person', personId: String(fact['personId']) } as const;
    return [{ what: 'asked-for-help', ...inQuestion(fact), audience }];
  },
  'consultation.with-coordinators': (fact) => [
    {
      what: 'nobody-could-help',
      ...inQuestion(fact),
      audience: { to: 'roles', communityId: String(fact['communityId']), roles: ['coordinator'] },
      not: { authorOf: { kind: 'question', id: String(fact['questionId']) } },
    },
  ],
  'practice.life-changed': (fact) => {
    const communityId = String(fact['communityId']);
    const reviewers = { to: 'roles', communityId, roles: REVIEWERS } as const;
    const life = fact['life'];
    const call =
      life === 'proposed' ? 'practice-proposed' : life === 'under-review' ? 'practice-under-review' : undefined;
    return [
      ...(call ? [{ what: call, ...inPractice(fact), audience: reviewers, ...doer(fact) } as const] : []),
      ...(life === 'draft' ? [] : toOwner('own-practice-moved')(fact)),
    ];
  },
  'practice.endorsed': toOwner('own-practice-endorsed'),
  'practice.adopted': toOwner('own-practice-adopted'),
  'practice.credited': (fact) => {
    const audience = { to: 'person', personId: String(fact['creditedId']) } as const;
    return [{ what: 'credited', ...inPractice(fact), audience, ...doer(fact) }];
  },
  'membership.requested': (fact) => [
    {
      what: 'membership-requested',
      ...inCommunity(fact),
      audience: { to: 'roles', communityId: String(fact['communityId']), roles: ['coordinator', 'facilitator'] },
    },
  ],
  'membership.invited': toWhomItHappened('invited'),
  'membership.joined': toWhomItHappened('admitted'),
  'membership.declined': (fact) => (fact['what'] === 'request' ? toWhomItHappened('request-declined')(fact) : []),
  'role.granted': toWhomItHappened('role-granted'),
  'community.closed': (fact) => [
    {
      what: 'community-closed',
      ...inCommunity(fact),
      audience: { to: 'members', communityId: String(fact['communityId']) },
      ...doer(fact),
    },
  ],
  'item.reported': (fact) => [
    {
      what: 'reported',
      ...inCommunity(fact),
      audience: { to: 'roles', communityId: String(fact['communityId']), roles: STEWARDS },
    },
  ],
  'item.hidden': toAuthorOfItem('item-hidden'),
  'item.restored': toAuthorOfItem('item-restored'),
  'item.warned': toAuthorOfItem('item-warned'),
  'unmasking.done': toAuthorOfItem('unmasked'),
  ...gatheringPlans,
  ...introductionPlans,
  ...mentoringPlans,
  ...publishingPlans,
};

/** The facts of which somebody is told. */
export const announcedFacts: readonly string[] = Object.keys(plans);

/** What is told of a fact, and to whom. */
export const announcementsOf = (fact: Fact): readonly Announcement[] => plans[fact.type]?.(fact) ?? [];
