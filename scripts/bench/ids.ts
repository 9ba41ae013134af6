import { sql } from 'kysely';

export const ORGANISATION = '01900000-0000-7000-8000-00000000000a';
export const TENANT = '5d2f4c1e-8a77-4b0e-9c55-1f6a3be0d7c4';

/** The n-th id of a kind, as SQL: ids that the driver can compute without asking. */
export const id = (kind: string, n: string) =>
  sql.raw(`('${kind}-0000-7000-8000-' || lpad(to_hex((${n})::int), 12, '0'))::uuid`);
export const idOf = (kind: string, n: number) => `${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const kinds = {
  person: '01910000',
  community: '01920000',
  practice: '01930000',
  question: '01940000',
  answer: '01950000',
};
