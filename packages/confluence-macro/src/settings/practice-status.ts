import type { PracticeCard } from '@copse/core/contracts';
import { lifeNames } from '@copse/core/vocabulary';

type Known = Pick<PracticeCard, 'life' | 'reviewBy' | 'reviewDue' | 'teamCount'>;

/** «Practice: in use, review due March, 7 teams use it»: what a reader of the page should know before using it. */
export function statusLine({ life, reviewBy, reviewDue, teamCount }: Known, now: Date): string {
  const parts = [
    lifeNames[life].name.toLowerCase(),
    ...(reviewBy && life !== 'retired' ? [reviewDue ? 'review overdue' : `review due ${monthOf(reviewBy, now)}`] : []),
    ...(teamCount > 0 ? [teamCount === 1 ? '1 team uses it' : `${teamCount.toLocaleString('en')} teams use it`] : []),
  ];
  return `Practice: ${parts.join(', ')}`;
}

/** The month alone while it can only mean the coming one; with its year from ten months on. */
function monthOf(day: string, now: Date): string {
  const date = new Date(`${day.slice(0, 10)}T12:00:00Z`);
  const months = (date.getUTCFullYear() - now.getUTCFullYear()) * 12 + date.getUTCMonth() - now.getUTCMonth();
  const year = months >= 10 ? ({ year: 'numeric' } as const) : {};
  return new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC', ...year }).format(date);
}
