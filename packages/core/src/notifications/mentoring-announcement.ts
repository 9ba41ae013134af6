import type { Announcement, Fact } from './announcement.ts';
import type { mentoringHappenings } from './mentoring-happening.ts';

type What = keyof typeof mentoringHappenings;

/** A fact of mentoring is told to the person it names, and to nobody else. */
const toThem =
  (what: What) =>
  (fact: Fact): readonly Announcement[] =>
    peopleOf(fact).map((personId) => ({
      what,
      subject: { kind: 'community', id: String(fact['communityId']) },
      communityId: String(fact['communityId']),
      audience: { to: 'person', personId },
    }));

/** Whose turn it is to lead hears of it, also where they have brought it about: they lead it and not the others. */
const toFacilitator = (fact: Fact): readonly Announcement[] =>
  toThem('circle-turn')(fact).map((one) => ({ ...one, subject: { kind: 'circle', id: String(fact['circleId']) } }));

function peopleOf({ personId, personIds }: Fact): readonly string[] {
  const all: readonly unknown[] = Array.isArray(personIds) ? personIds : [personId];
  return all.filter((one) => typeof one === 'string');
}

export const mentoringPlans: Readonly<Record<string, (fact: Fact) => readonly Announcement[]>> = {
  'mentoring.asked': toThem('mentor-asked'),
  'mentoring.agreed': toThem('mentor-found'),
  'mentorship.quiet': toThem('mentoring-quiet'),
  'mentorship.paused': toThem('mentoring-paused'),
  'mentorship.closed': toThem('mentoring-closed'),
  'circle.began': toThem('circle-began'),
  'circle.turn': toFacilitator,
};
