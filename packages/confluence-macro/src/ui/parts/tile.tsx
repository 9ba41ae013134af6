const HUES = 6;

/** Always the same colour for the same id, so that a community is recognised from page to page. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % HUES;
}

/** The first letters of the first word and the last, as Teams has them: «Coatings and wear» gives CW. */
export function initials(name: string): string {
  const words = name.split(/[\s/–-]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word = '') => [...word][0]?.toUpperCase() ?? '').join('') || '·';
}

/** The square of a community. Decoration only: the name stands beside it. */
export const CommunityTile = ({ id, name, small = false }: { id: string; name: string; small?: boolean }) => (
  <span className={`tile hue-${hueOf(id)} ${small ? 'tile-small' : ''}`} aria-hidden="true">
    {initials(name)}
  </span>
);

/** The round of a person. */
export const PersonMark = ({ id, name }: { id: string | undefined; name: string }) => (
  <span className={`person hue-${hueOf(id ?? name)}`} aria-hidden="true">
    {initials(name)}
  </span>
);
