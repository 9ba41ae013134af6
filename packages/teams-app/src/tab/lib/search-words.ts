import type { SearchKind } from '@copse/core/contracts';

/** The kinds in the order in which results are grouped. */
export const searchKinds = [
  'question',
  'practice',
  'community',
  'person',
  'gathering',
] as const satisfies readonly SearchKind[];

export const kindNames: Record<SearchKind, { readonly one: string; readonly many: string }> = {
  question: { one: 'Question', many: 'Questions' },
  practice: { one: 'Practice', many: 'Practices' },
  community: { one: 'Community', many: 'Communities' },
  person: { one: 'Person', many: 'People' },
  gathering: { one: 'Gathering', many: 'Gatherings' },
};

const places: Record<SearchKind, string> = {
  question: 'questions',
  practice: 'practices',
  community: 'communities',
  person: 'people',
  gathering: 'gatherings',
};

/** Where something that was found is shown. */
export const placeOf = ({ kind, id }: { readonly kind: SearchKind; readonly id: string }) => `/${places[kind]}/${id}`;

/** The address of the search page for these words. */
export const searchPath = (q: string, kind?: SearchKind | '') =>
  q === '' ? '/search' : `/search/${encodeURIComponent(q)}${kind ? `/${kind}` : ''}`;

/** The words in a search page's address; a broken one counts as typed that way. */
export function wordsFrom(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return part ?? '';
  }
}
