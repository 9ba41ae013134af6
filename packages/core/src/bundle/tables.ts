export type BundleTables = {
  imported: {
    organisation_id: string;
    section:
      | 'people'
      | 'communities'
      | 'memberships'
      | 'practices'
      | 'questions'
      | 'answers'
      | 'comments'
      | 'gatherings';
    external_id: string;
    ref_id: string;
    hash: Buffer;
    imported_at: Date;
  };
  /** Of one import: what questions name that may come after them. There for the time of its transaction. */
  import_pointer: { question_id: string; place: string; kind: 'acceptedAnswer' | 'duplicateOf'; external_id: string };
};
