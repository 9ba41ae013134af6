import type { Generated, GeneratedAlways } from 'kysely';

export type CommunityRow = {
  id: string;
  organisation_id: string;
  archetype: string;
  name: string;
  purpose: string;
  domain: string;
  practice: string;
  charter: string;
  welcome: string;
  topics: string[];
  format: string;
  visibility: string;
  reach: string;
  cadence: string;
  /** JSON text on the way in. */
  first_steps: readonly { text: string; done: boolean }[] | string;
  stage: string;
  founded_at: Date;
  founded_by: string | null;
  closed_at: Date | null;
  close_reason: string | null;
  member_count: Generated<number>;
  practice_count: Generated<number>;
  liveliness: number;
  activity: Generated<number>;
  last_activity_at: Date;
  coordination: Generated<number>;
  updated_at: Date;
  revision: number;
};

export type MembershipRow = {
  community_id: string;
  person_id: string;
  state: 'requested' | 'invited' | 'member' | 'declined' | 'left';
  level: string | null;
  message: string | null;
  decided_by: string | null;
  reason: string | null;
  since: Date;
  revision: number;
};

export type CommunityTables = {
  community: CommunityRow & { search: GeneratedAlways<string>; folded_name: GeneratedAlways<string> };
  stage_change: {
    community_id: string;
    position: number;
    stage: string;
    since: Date;
    by: string | null;
    note: string | null;
  };
  connection: {
    id: string;
    community_id: string;
    organisation_id: string;
    kind: 'teams-channel' | 'teams-chat' | 'confluence-space';
    external_id: string;
    name: string;
    url: string | null;
    connected_at: Date;
    connected_by: string | null;
  };
  membership: MembershipRow;
  role_grant: {
    community_id: string;
    person_id: string;
    role: string;
    since: Date;
    until: Date | null;
    granted_by: string | null;
  };
};
