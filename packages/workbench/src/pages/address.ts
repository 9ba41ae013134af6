import { useCallback, useSyncExternalStore } from 'react';

/** One window: who sits in front of it, which host it plays, and where in that host it is. */
export interface Pane {
  readonly person: string;
  readonly app: 'teams' | 'confluence';
  readonly place: string;
}

export type Look = 'light' | 'dark' | 'contrast';

export interface Address {
  readonly left: Pane;
  readonly right?: Pane;
  readonly look: Look;
  readonly guide: boolean;
}

/** Where the guide stands beside the windows; on less it lies over them and would hide what there is to see. */
const hasRoomForGuide = () => window.matchMedia('(width > 820px)').matches;

const START: Pane = { person: 'mara', app: 'teams', place: 'app/home' };
export const HOME_OF = { teams: 'app/home', confluence: 'page' } as const;

/** Reads `mara/teams/app/home`; anything that is left out or unknown falls back to a good start. */
export function readPane(text: string | null, fallback: Pane): Pane {
  if (!text) return fallback;
  const [person = fallback.person, app, ...place] = text.split('/');
  const known = app === 'confluence' ? 'confluence' : 'teams';
  return { person, app: known, place: place.join('/') || HOME_OF[known] };
}

const writePane = ({ person, app, place }: Pane) => `${person}/${app}/${place}`;

export function readAddress(search: string): Address {
  const params = new URLSearchParams(search);
  const look = params.get('look');
  const right = params.get('right');
  const guide = params.get('guide');
  return {
    left: readPane(params.get('left'), START),
    ...(right ? { right: readPane(right, { ...START, person: 'jonas' }) } : {}),
    look: look === 'dark' || look === 'contrast' ? look : 'light',
    guide: guide === 'on' || (guide !== 'off' && hasRoomForGuide()),
  };
}

export function writeAddress({ left, right, look, guide }: Address): string {
  const parts = [`left=${encodeURI(writePane(left))}`];
  if (right) parts.push(`right=${encodeURI(writePane(right))}`);
  if (look !== 'light') parts.push(`look=${look}`);
  if (!guide) parts.push('guide=off');
  else if (!hasRoomForGuide()) parts.push('guide=on');
  return `?${parts.join('&')}`;
}

const watchers = new Set<() => void>();
window.addEventListener('popstate', () => watchers.forEach((watch) => watch()));

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
};

/** The address bar is the state: every view can be linked to, and Back goes back. */
export function useAddress() {
  const search = useSyncExternalStore(watch, () => location.search);
  const address = readAddress(search);
  const go = useCallback((change: (address: Address) => Address) => {
    const next = writeAddress(change(readAddress(location.search)));
    if (next === location.search) return;
    history.pushState(null, '', next);
    watchers.forEach((watcher) => watcher());
  }, []);
  return { address, go };
}
