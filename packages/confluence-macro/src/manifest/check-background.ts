import { events as known, intervals } from './keys.ts';
import type { Manifest, Module } from './read-manifest.ts';
import { strayKeys } from './stray-keys.ts';

/** What runs where nobody looks: functions on a schedule and on events. Nobody would notice that they never run. */
export function checkBackground({ modules }: Manifest): string[] {
  const runs = (name: string, { function: key }: Module) =>
    modules.function?.some((one) => one.key === key)
      ? []
      : [`${name} runs a function that does not exist: ${typeof key === 'string' ? key : '(none)'}`];
  return [
    ...(modules.scheduledTrigger ?? []).flatMap((scheduled) => {
      const name = `Scheduled trigger ${scheduled.key}`;
      return [
        ...strayKeys(name, scheduled, 'scheduledTrigger'),
        ...runs(name, scheduled),
        ...checkInterval(name, scheduled),
      ];
    }),
    ...(modules.trigger ?? []).flatMap((trigger) => {
      const name = `Trigger ${trigger.key}`;
      return [...strayKeys(name, trigger, 'trigger'), ...runs(name, trigger), ...checkEvents(name, trigger)];
    }),
  ];
}

const checkInterval = (name: string, { interval }: Module): string[] =>
  typeof interval === 'string' && intervals.includes(interval) ? [] : [`${name} has no interval that Forge knows`];

function checkEvents(name: string, { events, filter }: Module): string[] {
  const listed = Array.isArray(events) ? (events as unknown[]) : [];
  return [
    ...(listed.length === 0 ? [`${name} listens to nothing`] : []),
    ...listed.flatMap((event) =>
      typeof event === 'string' && known.includes(event)
        ? []
        : [`${name} listens to an event that never comes: ${String(event)}`],
    ),
    ...(filter === undefined ? [] : [`${name} has a filter: Forge refuses ignoreSelf outside of Jira`]),
  ];
}
