import type { PersonId } from '../kernel/ids.ts';

/** Something that was written anonymously, opened; `undefined` where the seal could not be. */
export type Veiled = { readonly itemId: string; readonly personId: PersonId | undefined };

export const ASKER = 'Asker';
const OTHERS = 'Anonymous';

/**
 * What to call people who are unnamed in one question: whoever asked is «Asker», the others are «Anonymous 2»,
 * «Anonymous 3» in the order in which they first appear. They begin with 1 where the asker is named.
 *
 * Made anew for each question from what stands in it, so that nothing is stored that could link two questions.
 */
export function pseudonymsOf(asker: Veiled | undefined, items: readonly Veiled[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const known = new Map<PersonId, string>();
  if (asker) {
    names.set(asker.itemId, ASKER);
    if (asker.personId) known.set(asker.personId, ASKER);
  }
  let next = asker ? 2 : 1;
  for (const { itemId, personId } of items) {
    const name = (personId && known.get(personId)) ?? (personId ? `${OTHERS} ${next++}` : OTHERS);
    names.set(itemId, name);
    if (personId) known.set(personId, name);
  }
  return names;
}
