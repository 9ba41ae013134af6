import type { AuthorView } from '@copse/core/contracts';
import { named } from '../parts/words.ts';

/** Who wrote something, as far as readers may know: a person, or a name that holds within this one question. */
export const Author = ({ author: { person, pseudonym, mine } }: { author: AuthorView }) => (
  <span>
    {person ? named(person) : (pseudonym ?? 'Somebody')}
    {mine && (person ? ' (you)' : ' (you: only you see this)')}
  </span>
);
