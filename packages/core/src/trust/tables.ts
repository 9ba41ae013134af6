export type TrustTables = {
  /** Without a text: the community has gone back to the usual one. */
  conduct: { community_id: string; text: string | null; edited_at: Date; revision: number };
  conduct_acknowledgement: {
    community_id: string;
    person_id: string;
    /** `YYYY-MM-DD` */
    acknowledged_on: string;
  };
  report: {
    id: string;
    organisation_id: string;
    community_id: string;
    subject_kind: string;
    subject_id: string;
    mark: Buffer;
    sealed_reporter: Buffer;
    reason: string;
    note: string | null;
    at: Date;
    answered_at: Date | null;
  };
  audit_entry: {
    id: string;
    organisation_id: string;
    community_id: string;
    by: string;
    action: string;
    subject_kind: string;
    subject_id: string;
    reason: string;
    at: Date;
  };
  unmasking: {
    id: string;
    organisation_id: string;
    community_id: string;
    subject_kind: string;
    subject_id: string;
    reason: string;
    asked_by: string;
    asked_at: Date;
    state: string;
    decided_by: string | null;
    decided_at: Date | null;
    revision: number;
  };
};
