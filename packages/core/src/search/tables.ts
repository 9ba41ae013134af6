import type { Generated } from 'kysely';

export type SearchTables = {
  search_document: {
    kind: 'community' | 'practice' | 'person';
    ref_id: string;
    organisation_id: string;
    community_id: string | null;
    title: string;
    body: string;
    topics: string[];
    weight: number;
    updated_at: Date;
    search: Generated<string>;
  };
  search_word: { organisation_id: string; word: string };
};
