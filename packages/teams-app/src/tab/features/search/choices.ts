import type { SearchHit, SearchKind, SearchSuggestions } from '@copse/core/contracts';
import { kindNames, placeOf, searchKinds, searchPath } from '../../lib/search-words.ts';

export type Choice = {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly community?: string;
  readonly snippet?: SearchHit['snippet'];
};
export type Group = { readonly title: string; readonly choices: readonly Choice[] };

const MOST_PER_KIND = 5;

type Suggestion = SearchSuggestions['items'][number];
type Found = Suggestion & { readonly snippet?: SearchHit['snippet'] };

const choiceOf = (found: Found): Choice => ({
  id: found.id,
  title: found.title,
  path: placeOf(found),
  ...(found.community ? { community: found.community.name } : {}),
  ...(found.snippet?.length ? { snippet: found.snippet } : {}),
});

/**
 * What the palette offers for the words typed so far, by kind: titles that hold them come first, then what was found in
 * the texts, each thing once; the way to all results is last.
 */
export function groupsFor(q: string, suggestions: readonly Suggestion[], hits: readonly SearchHit[]): Group[] {
  const groups = searchKinds.map((kind: SearchKind): Group => {
    const titles: readonly Found[] = suggestions.filter((one) => one.kind === kind);
    const more = hits.filter((hit) => hit.kind === kind && titles.every(({ id }) => id !== hit.id));
    return { title: kindNames[kind].many, choices: [...titles, ...more].slice(0, MOST_PER_KIND).map(choiceOf) };
  });
  const all = { id: 'all', title: `Search everything for “${q}”`, path: searchPath(q) };
  return [...groups.filter(({ choices }) => choices.length > 0), { title: 'All results', choices: [all] }];
}

/** What the palette offers before anything is typed. */
export const firstChoices: readonly Group[] = [
  {
    title: 'Go to',
    choices: [
      { id: 'ask', title: 'Ask a question', path: '/questions/ask' },
      { id: 'questions', title: 'Questions', path: '/questions' },
      { id: 'discover', title: 'Discover communities', path: '/discover' },
      { id: 'home', title: 'Home', path: '/home' },
      { id: 'me', title: 'My profile and my questions', path: '/me' },
      { id: 'notifications', title: 'Messages to me', path: '/notifications' },
      { id: 'settings', title: 'Notification settings', path: '/notifications/settings' },
    ],
  },
];

/** The choice `by` steps away from the one with `id`, around the ends; the first (or last) where none was active. */
export function stepFrom(groups: readonly Group[], id: string | undefined, by: 1 | -1): Choice | undefined {
  const all = groups.flatMap(({ choices }) => choices);
  const now = all.findIndex((choice) => choice.id === id);
  return now === -1 ? all.at(by === 1 ? 0 : -1) : all[(now + by + all.length) % all.length];
}
