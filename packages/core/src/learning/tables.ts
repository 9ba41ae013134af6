import type { GeneratedAlways } from 'kysely';
import type { CircleState, MentorshipState, RequestState, Rhythm } from './mentoring.ts';
import type { ProposalState } from './request.ts';

export type LearningTables = {
  mentor_offer: {
    community_id: string;
    person_id: string;
    organisation_id: string;
    topics: string[];
    room: number;
    rhythm: Rhythm;
    note: string;
    paused_until: Date | null;
    since: Date;
    revision: number;
  };
  /** One row. */
  mentor_return: { only_row: GeneratedAlways<boolean>; told_until: Date };
  mentoring_request: {
    id: string;
    organisation_id: string;
    community_id: string;
    seeker_id: string;
    goal: string;
    topics: string[];
    rhythm: Rhythm;
    wished_id: string | null;
    state: RequestState;
    created_at: Date;
    revision: number;
    live: GeneratedAlways<string>;
  };
  mentoring_proposal: {
    request_id: string;
    mentor_id: string;
    state: ProposalState;
    because: string;
    asked_at: Date;
    until: Date;
    settled_at: Date | null;
  };
  mentorship: {
    id: string;
    organisation_id: string;
    community_id: string;
    mentor_id: string;
    mentee_id: string;
    goal: string;
    topics: string[];
    rhythm: Rhythm;
    state: MentorshipState;
    paused_until: Date | null;
    began_at: Date;
    closed_at: Date | null;
    remind_at: Date | null;
    revision: number;
  };
  mentoring_session: {
    mentorship_id: string;
    position: number;
    held_on: string;
    note: string;
    by: string;
    at: Date;
  };
  mentoring_reflection: { mentorship_id: string; by: string; text: string; at: Date };
  circle: {
    id: string;
    organisation_id: string;
    community_id: string;
    title: string;
    purpose: string;
    topics: string[];
    rhythm: Rhythm;
    size: number;
    meetings: number;
    state: CircleState;
    /** Who has been told that they lead the next meeting. */
    leader_id: string | null;
    founded_at: Date;
    closed_at: Date | null;
    revision: number;
  };
  circle_peer: { circle_id: string; person_id: string; place: number; since: Date };
  circle_meeting: {
    circle_id: string;
    number: number;
    held_on: string;
    facilitator_id: string | null;
    note: string;
    at: Date;
  };
};
