import type { GeneratedAlways } from 'kysely';

export type ConsultationTables = {
  consultation: {
    question_id: string;
    organisation_id: string;
    community_id: string;
    rounds: number;
    state: 'asking' | 'with-coordinators' | 'over';
    next_at: Date | null;
    revision: number;
  };
  consulted: {
    question_id: string;
    person_id: string;
    round: number;
    state: 'asked' | 'answered' | 'passed' | 'declined' | 'silent';
    because: string;
    asked_at: Date;
    settled_at: Date | null;
    passed_to: string | null;
  };
  expertise: {
    community_id: string;
    topic: string;
    person_id: string;
    accepted: number;
    answers: number;
    practices: number;
    teaches: boolean;
    practises: boolean;
    score: number;
    lot: number;
    field: GeneratedAlways<string>;
  };
};
