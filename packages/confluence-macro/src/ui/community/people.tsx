import type { RoleHolder } from '@copse/core/contracts';
import { type Role, roleNames, roles } from '@copse/core/vocabulary';
import { PersonMark } from '../parts/tile.tsx';
import { dayOf } from '../parts/words.ts';

const ON_A_CARD = 3;

type Props = { readonly holders: readonly RoleHolder[]; readonly wanted: readonly Role[]; readonly full: boolean };

/** Who does what, role by role, each with where they work. A card shows the first few and counts the rest. */
export function People({ holders, wanted, full }: Props) {
  const ordered = roles.flatMap((role) => holders.filter((holder) => holder.role === role));
  const shown = full ? ordered : ordered.slice(0, ON_A_CARD);
  const open = wanted.filter((role) => !holders.some((holder) => holder.role === role));
  if (shown.length === 0 && (!full || open.length === 0)) return null;

  return (
    <section aria-label="People" className="stack-small">
      <h3 className="section">People</h3>
      <ul className="people">
        {shown.map(({ person, role, until, overdue }) => (
          <li key={`${role} ${person.id ?? person.name}`} className="person-line">
            <PersonMark id={person.id} name={person.name} />
            <span className="person-words">
              <span className="person-name" dir="auto">
                {person.name}
              </span>
              <span className="small">{roleNames[role].one}</span>
              {person.affiliation && <span className="subtle small">{person.affiliation}</span>}
              {full && until && (
                <span className={overdue ? 'small sign-due' : 'subtle small'}>
                  {overdue ? 'Term ended' : 'Until'} {dayOf(until)}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!full && ordered.length > shown.length && (
        <p className="subtle small">and {ordered.length - shown.length} more</p>
      )}
      {full && open.length > 0 && (
        <p className="subtle small">
          Still looked for: {open.map((role) => roleNames[role].one.toLowerCase()).join(', ')}
        </p>
      )}
    </section>
  );
}
