import type { Generated, GeneratedAlways } from 'kysely';
import type { WorkingHours } from './profile.ts';

export type OrganisationRow = {
  id: string;
  name: string;
  entra_tenant_id: string | null;
  administered: Generated<boolean>;
  /** `two-stewards` or, for good, `never`. */
  unmasking: Generated<string>;
  created_at: Date;
  revision: number;
};

export type PersonRow = {
  id: string;
  organisation_id: string;
  name: string;
  name_by_hand: Generated<boolean>;
  affiliation: string | null;
  guest: boolean;
  administrator: boolean;
  administrator_by_role: Generated<boolean>;
  time_zone: string;
  /** JSON text on the way in. */
  working_hours: WorkingHours | string;
  languages: string[];
  interests: string[];
  challenge: string | null;
  team: Generated<string | null>;
  manager_id: Generated<string | null>;
  service_account: Generated<boolean>;
  profile_started: boolean;
  state: 'present' | 'erased' | 'merged';
  merged_into: string | null;
  created_at: Date;
  revision: number;
};

export type IdentityTables = {
  organisation: OrganisationRow;
  person: PersonRow & { folded_name: GeneratedAlways<string> };
  skill: { person_id: string; topic: string; level: string; position: Generated<number> };
  account: { key: string; person_id: string; label: string; linked_at: Date };
  site: { cloud_id: string; organisation_id: string; url: string; linked_at: Date; linked_by: string | null };
  link_code: {
    hash: Buffer;
    purpose: 'person' | 'site';
    organisation_id: string;
    issued_by: string;
    issued_at: Date;
    expires_at: Date;
    redeemed_at: Date | null;
  };
  link_try: { account: string; wrong: number; since: Date };
};
