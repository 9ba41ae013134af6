import { z } from 'zod';
import { id, instant, personCard, topic } from '../kernel/contract.ts';

export const passInput = z.strictObject({ toPersonId: id });
export type PassInput = z.output<typeof passInput>;

/** Peace from a topic until then; at most a year. */
export const snoozeInput = z.strictObject({ topic, until: instant });
export type SnoozeInput = z.output<typeof snoozeInput>;

/**
 * How it stands with asking those who know. `none`: nobody has been looked for. Who was asked is theirs to tell, and who
 * said no is told to nobody: so everybody sees how many, and whoever was asked sees their own part.
 */
export const consultationView = z.object({
  questionId: id,
  state: z.enum(['none', 'asking', 'with-coordinators', 'over']),
  /** People who have been asked and are still waited for. */
  askedCount: z.int(),
  /** People who have been asked so far. */
  everAskedCount: z.int(),
  /** When the next ones are asked, unless there is an answer by then. */
  nextAt: instant.optional(),
  mine: z
    .object({
      state: z.enum(['asked', 'answered', 'passed', 'declined', 'silent']),
      because: z.string(),
      passedTo: personCard.optional(),
      abilities: z.object({ pass: z.boolean(), decline: z.boolean() }),
    })
    .optional(),
});
export type ConsultationView = z.output<typeof consultationView>;

export const snoozesView = z.object({ snoozedTopics: z.array(z.object({ topic: z.string(), until: instant })) });
export type SnoozesView = z.output<typeof snoozesView>;
