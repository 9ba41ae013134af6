import { z } from 'zod';
import { id, instant } from '../kernel/contract.ts';

/** Questions asked from `from` on and before `to`; all where they are left out. */
export const measuresQuery = z.strictObject({ from: instant.optional(), to: instant.optional() });
export type MeasuresQuery = z.output<typeof measuresQuery>;

/**
 * How long something takes: the median (half take longer), in seconds, over the `questions` that have come so far, of
 * all `of`. Left out where fewer than five have: so few would tell about people, not about the community.
 */
const duration = z.object({ medianSeconds: z.number().optional(), questions: z.int(), of: z.int() });

export const measuresView = z.object({
  communityId: id,
  /** From a question to the first answer or comment by somebody else (CHAOSS, time to first response). */
  timeToFirstResponse: duration,
  /** From a question to the answer that its asker accepts (CHAOSS, time to close): when it came, not when it was accepted. */
  timeToAcceptedAnswer: duration,
});
export type MeasuresView = z.output<typeof measuresView>;
