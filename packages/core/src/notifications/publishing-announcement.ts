import type { Announcement, Fact } from './announcement.ts';
import type { publishingHappenings } from './publishing-happening.ts';

type What = keyof typeof publishingHappenings;

const idIn = (fact: Fact, field: string): string | undefined => {
  const value = fact[field];
  return typeof value === 'string' ? value : undefined;
};

const ofPractice = (fact: Fact) => ({
  subject: { kind: 'practice', id: String(fact['practiceId']) } as const,
  communityId: idIn(fact, 'communityId'),
});

/** Told to whoever keeps the practice, unless they did it themselves. */
const toOwner =
  (what: What) =>
  (fact: Fact): readonly Announcement[] => {
    const audience = { to: 'owner', practiceId: String(fact['practiceId']) } as const;
    return [{ what, ...ofPractice(fact), audience, not: { personId: idIn(fact, 'personId') } }];
  };

export const publishingPlans: Readonly<Record<string, (fact: Fact) => readonly Announcement[]>> = {
  'practice.published': (fact) => (fact['first'] === true ? toOwner('own-practice-published')(fact) : []),
  'practice.page-taken-back': toOwner('page-taken-back'),
  'practice.edited-on-both-sides': toOwner('edited-on-both-sides'),
  'practice.page-gone': toOwner('page-gone'),
  'practice.not-published': (fact) => {
    const personId = idIn(fact, 'askedBy');
    if (personId === undefined) return toOwner('not-published')(fact);
    return [{ what: 'not-published', ...ofPractice(fact), audience: { to: 'person', personId } }];
  },
};
