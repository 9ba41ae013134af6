import type { PersonId } from '../kernel/ids.ts';

/** Facts about people and sites. Ids only: names and texts are in the tables, where they can be erased. */
export type PersonEvent =
  | { readonly type: 'person.joined-organisation'; readonly personId: PersonId }
  | { readonly type: 'person.edited'; readonly personId: PersonId }
  | { readonly type: 'person.merged'; readonly personId: PersonId; readonly intoPersonId: PersonId }
  | { readonly type: 'person.erased'; readonly personId: PersonId };

export type SiteEvent =
  | { readonly type: 'site.linked'; readonly cloudId: string; readonly personId: PersonId }
  | { readonly type: 'site.unlinked'; readonly cloudId: string; readonly personId: PersonId };
