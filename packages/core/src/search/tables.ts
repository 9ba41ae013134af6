export type SearchTables = {
  search_document: {
    kind: 'community' | 'practice' | 'person' | 'question' | 'gathering';
    ref_id: string;
    organisation_id: string;
    community_id: string | null;
    title: string;
    body: string;
    topics: string[];
    weight: number;
    prior: number;
    updated_at: Date;
    language: string;
    head: string;
    search: string;
  };
  search_word: { organisation_id: string; word: string };
};
