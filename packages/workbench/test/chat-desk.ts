import type { Window } from './harness.ts';

/** Writes to the bot in the person's own chat. */
export async function write({ host }: Window, words: string) {
  const field = host.getByRole('textbox', { name: 'Write to Copse' });
  await field.fill(words);
  await field.press('Enter');
}

/** A moment as a person in a zone reads it; `locale` is that of the host. */
export const onClockOf = (timeZone: string, at: string, options: Intl.DateTimeFormatOptions, locale = 'en-GB') =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(at));
