import { z } from 'zod';

/** Whether Copse can create a meeting in Teams for whoever asks. */
export const meetingsView = z.object({ create: z.boolean() });
export type MeetingsView = z.output<typeof meetingsView>;
