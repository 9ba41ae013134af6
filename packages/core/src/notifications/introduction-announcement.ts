import type { Announcement, Fact } from './announcement.ts';
import type { introductionHappenings } from './introduction-happening.ts';

type Plan = (fact: Fact) => readonly Announcement[];

/** Told to all who were introduced to each other. */
const toThem =
  (what: keyof typeof introductionHappenings): Plan =>
  (fact) => {
    const id = String(fact['introductionId']);
    return [
      {
        what,
        subject: { kind: 'introduction', id },
        communityId: String(fact['communityId']),
        audience: { to: 'introduced', introductionId: id },
      },
    ];
  };

export const introductionPlans: Readonly<Record<string, Plan>> = {
  'introduction.made': toThem('introduced'),
  // Whoever made it a time that suits all has it on the card already.
  'introduction.time-found': (fact) =>
    toThem('introduction-time')(fact).map((one) => ({ ...one, not: { personId: String(fact['personId']) } })),
  'introduction.asked-about': toThem('introduction-asked'),
};
