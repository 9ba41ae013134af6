export type BundleTables = {
  imported: {
    organisation_id: string;
    section: 'people' | 'communities' | 'memberships' | 'practices';
    external_id: string;
    ref_id: string;
    hash: Buffer;
    imported_at: Date;
  };
};
