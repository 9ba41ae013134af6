import { useState } from 'react';
import { useSession } from '../shell/session.tsx';
import { agoText, calendarDayText, dayText, momentText } from '../lib/dates.ts';

/** An instant, as “3 days ago” with the exact moment on hover, or as a date. */
export function When({ at, style = 'ago' }: { at: string; style?: 'ago' | 'day' }) {
  const { locale } = useSession().host;
  const [now] = useState(() => Date.now());
  return (
    <time dateTime={at} title={momentText(at, locale)}>
      {style === 'ago' ? agoText(at, now) : dayText(at, locale)}
    </time>
  );
}

/** A calendar day, which is the same everywhere. */
export function Day({ day }: { day: string }) {
  const { locale } = useSession().host;
  return <time dateTime={day}>{calendarDayText(day, locale)}</time>;
}
