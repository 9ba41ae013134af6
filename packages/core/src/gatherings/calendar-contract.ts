import { z } from 'zod';
import { id, instant } from '../kernel/contract.ts';

/** One community, or all of mine. */
export const calendarOf = z.strictObject({ communityId: id.optional() });
export type CalendarOf = z.output<typeof calendarOf>;

/** Below the address of the service; shown once. */
export const calendarAddress = z.object({ path: z.string() });
export type CalendarAddress = z.output<typeof calendarAddress>;

export const calendarsView = z.object({
  items: z.array(z.object({ community: z.object({ id, name: z.string() }).optional(), madeAt: instant })),
});
export type CalendarsView = z.output<typeof calendarsView>;

/** `page`: where the gathering can be read, which is written into the file. */
export const invitationQuery = z.strictObject({ page: z.url({ protocol: /^https?$/u }).max(2000) });

/** A file in the format of RFC 5545. */
export const invitationView = z.object({ fileName: z.string(), calendar: z.string() });
export type InvitationView = z.output<typeof invitationView>;
