import type { PersonId } from '../kernel/ids.ts';
import type { Sealing } from './sealing.ts';

/** Whoever wrote something: by name, or sealed for the one item that they wrote. */
export type Author =
  | { readonly personId: PersonId; readonly sealed?: undefined }
  | { readonly personId?: undefined; readonly sealed: Uint8Array };

/** Seals the author where they wish to stay unnamed. */
export const authorOf = (
  { seal }: Pick<Sealing, 'seal'>,
  personId: PersonId,
  { itemId, anonymous }: { readonly itemId: string; readonly anonymous: boolean },
): Author => (anonymous ? { sealed: seal(personId, itemId) } : { personId });

/** What a fact may say of an author: nothing, where they are unnamed. */
export const named = ({ personId }: Author): { readonly personId?: PersonId } => (personId ? { personId } : {});

/**
 * Who an author is, for rules inside of core only.
 *
 * After two accounts were linked a seal still holds the person who was merged away, because sealing anew would show
 * which rows belong together. Whoever compares must therefore know the actor's former ids as well.
 */
export const reveal = (
  { open }: Pick<Sealing, 'open'>,
  { personId, sealed }: Author,
  itemId: string,
): PersonId | undefined => personId ?? (sealed && open(sealed, itemId));
