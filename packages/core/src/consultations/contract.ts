import { z } from 'zod';
import { id, instant, topic } from '../kernel/contract.ts';

export const passInput = z.strictObject({ toPersonId: id });
export type PassInput = z.output<typeof passInput>;

/** Peace from a topic until then; at most a year. */
export const snoozeInput = z.strictObject({ topic, until: instant });
export type SnoozeInput = z.output<typeof snoozeInput>;

/** How it stands with asking those who know, as somebody who was asked sees it. */
export const consultationView = z.object({
  questionId: id,
  state: z.enum(['asking', 'with-coordinators', 'over']),
  /** People who have been asked and are still waited for. */
  askedCount: z.int(),
  mine: z
    .object({ state: z.enum(['asked', 'answered', 'passed', 'declined', 'silent']), because: z.string() })
    .optional(),
});
export type ConsultationView = z.output<typeof consultationView>;

export const snoozesView = z.object({ snoozedTopics: z.array(z.object({ topic: z.string(), until: instant })) });
export type SnoozesView = z.output<typeof snoozesView>;
