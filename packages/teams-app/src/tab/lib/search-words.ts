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

/** Topics in the order in which they say why something was found: those that begin like a word of the search first. */
export function whyFirst(topics: readonly string[], q: string): readonly string[] {
  const starts = plainWords(q)
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, SAME_BEGINNING));
  const says = (topic: string) => plainWords(topic).some((word) => starts.some((start) => word.startsWith(start)));
  return [...topics.filter(says), ...topics.filter((topic) => !says(topic))];
}

/** «Tests» and «testing» are one word to the search. */
const SAME_BEGINNING = 4;
const plainWords = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
