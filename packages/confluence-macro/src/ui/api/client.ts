import type {
  AnswerInput,
  AskInput,
  AttemptAnswer,
  BeginAttemptInput,
  ChoosePublicationInput,
  CloseQuestionInput,
  CommentInput,
  CommunityMentoringView,
  CommunityPage,
  CommunityView,
  ConductView,
  DraftFromPageInput,
  EditProfileInput,
  HomeView,
  LinkCodeView,
  MentoringRequestInput,
  MeView,
  MyMentoringView,
  OccurrencePage,
  OccurrenceView,
  OutcomeAnswer,
  OutcomeInput,
  PracticePage,
  PracticeView,
  PublicationView,
  QuestionPage,
  QuestionView,
  RecordAdoptionInput,
  ReportInput,
  SimilarQuestions,
  SiteStatus,
  TopicCounts,
} from '@copse/core/contracts';
import type { GatheringAnswer } from '@copse/core/vocabulary';
import { request } from './request.ts';

const PAGE = 12;
/** A page is no calendar: the next few, and more when asked for. */
const NEXT_DATES = 5;

type Left = { readonly left: true; readonly community?: CommunityView };
type Key = { readonly idempotencyKey: string };

/** A mark that is there or is not. */
const set = (on: boolean) => (on ? ({ method: 'PUT', body: {} } as const) : ({ method: 'DELETE' } as const));

/** Every request that the macros make, in one place: the same routes that the Teams tab uses. */
export const api = {
  site: () => request<SiteStatus>('/sites/current'),
  redeemSiteCode: (code: string) => request<SiteStatus>('/sites/redeem', { method: 'POST', body: { code } }),

  me: () => request<MeView>('/me'),
  home: () => request<HomeView>('/me/home'),
  editMe: (edit: Partial<EditProfileInput>, revision: number) =>
    request<MeView>('/me', { method: 'PATCH', body: edit, ifMatch: revision }),
  issueLinkCode: () => request<LinkCodeView>('/me/link-codes', { method: 'POST', body: {} }),
  redeemLinkCode: (code: string) => request<MeView>('/me/link-codes/redeem', { method: 'POST', body: { code } }),

  communities: (query: { q?: string; topic?: string; mine?: 'true'; cursor?: string; limit?: number }) =>
    request<CommunityPage>('/communities', { query: { limit: PAGE, ...query } }),
  topics: () => request<TopicCounts>('/communities/topics'),
  community: (id: string) => request<CommunityView>(`/communities/${id}`),
  communityAtSpace: (spaceId: string) =>
    request<CommunityView>('/communities/at', { query: { kind: 'confluence-space', externalId: spaceId } }),
  join: (id: string, message: string | undefined, { idempotencyKey }: Key) =>
    request<CommunityView>(`/communities/${id}/join`, {
      method: 'POST',
      body: message ? { message } : {},
      idempotencyKey,
    }),
  leave: (id: string, { idempotencyKey }: Key) =>
    request<Left>(`/communities/${id}/leave`, { method: 'POST', body: {}, idempotencyKey }),
  connectSpace: (id: string, space: { externalId: string; name: string; url?: string }, { idempotencyKey }: Key) =>
    request<CommunityView>(`/communities/${id}/connections`, {
      method: 'POST',
      body: { kind: 'confluence-space', ...space },
      idempotencyKey,
    }),

  practices: (query: { communityId?: string; topic?: string; q?: string; cursor?: string; limit?: number }) =>
    request<PracticePage>('/practices', { query: { limit: PAGE, ...query } }),
  practice: (id: string) => request<PracticeView>(`/practices/${id}`),
  endorse: (id: string) => request<PracticeView>(`/practices/${id}/endorsement`, { method: 'PUT', body: {} }),
  takeBackEndorsement: (id: string) => request<PracticeView>(`/practices/${id}/endorsement`, { method: 'DELETE' }),
  recordAdoption: (id: string, adoption: RecordAdoptionInput, { idempotencyKey }: Key) =>
    request<PracticeView>(`/practices/${id}/adoptions`, { method: 'POST', body: adoption, idempotencyKey }),

  publication: (practiceId: string) => request<PublicationView>(`/practices/${practiceId}/publication`),
  beginAttempt: (practiceId: string, attempt: Partial<BeginAttemptInput>) =>
    request<AttemptAnswer>(`/practices/${practiceId}/publication/attempts`, { method: 'POST', body: attempt }),
  reportOutcome: (attemptId: string, outcome: OutcomeInput) =>
    request<OutcomeAnswer>(`/publications/attempts/${attemptId}/outcome`, { method: 'POST', body: outcome }),
  choosePublication: (practiceId: string, choice: ChoosePublicationInput, { idempotencyKey }: Key) =>
    request<PublicationView>(`/practices/${practiceId}/publication/choice`, {
      method: 'POST',
      body: choice,
      idempotencyKey,
    }),
  draftFromPage: (draft: Partial<DraftFromPageInput>, { idempotencyKey }: Key) =>
    request<PracticeView>('/practices/from-page', { method: 'POST', body: draft, idempotencyKey }),

  occurrences: (query: { communityId?: string; cursor?: string }) =>
    request<OccurrencePage>('/occurrences', { query: { limit: NEXT_DATES, ...query } }),
  /** `later`: and the same of all later dates of the series. */
  answerGathering: (id: string, answer: GatheringAnswer, later: boolean, { idempotencyKey }: Key) =>
    request<OccurrenceView>(`/occurrences/${id}/answer`, { method: 'PUT', body: { answer, later }, idempotencyKey }),

  mentors: (communityId: string, cursor?: string) =>
    request<CommunityMentoringView>(`/communities/${communityId}/mentors`, { query: { limit: PAGE, cursor } }),
  requestMentor: (communityId: string, wanted: Partial<MentoringRequestInput>, { idempotencyKey }: Key) =>
    request<MyMentoringView>(`/communities/${communityId}/mentoring-requests`, {
      method: 'POST',
      body: wanted,
      idempotencyKey,
    }),

  questions: (query: { communityId?: string; topic?: string; unsolved?: 'true'; cursor?: string }) =>
    request<QuestionPage>('/questions', { query: { limit: PAGE, ...query } }),
  similarQuestions: (title: string, communityId: string | undefined) =>
    request<SimilarQuestions>('/questions/similar', { query: { title: title.slice(0, 200), communityId } }),
  question: (id: string) => request<QuestionView>(`/questions/${id}`),
  ask: (question: Partial<AskInput>, { idempotencyKey }: Key) =>
    request<QuestionView>('/questions', { method: 'POST', body: question, idempotencyKey }),
  answer: (id: string, answer: AnswerInput, { idempotencyKey }: Key) =>
    request<QuestionView>(`/questions/${id}/answers`, { method: 'POST', body: answer, idempotencyKey }),
  editAnswer: (id: string, answerId: string, text: string) =>
    request<QuestionView>(`/questions/${id}/answers/${answerId}`, { method: 'PATCH', body: { text } }),
  acceptAnswer: (id: string, answerId: string, accepted: boolean) =>
    request<QuestionView>(`/questions/${id}/answers/${answerId}/acceptance`, set(accepted)),
  markHelped: (id: string, answerId: string, helped: boolean) =>
    request<QuestionView>(`/questions/${id}/answers/${answerId}/helped`, set(helped)),
  haveThisToo: (id: string, too: boolean) => request<QuestionView>(`/questions/${id}/me-too`, set(too)),
  comment: (id: string, comment: CommentInput, { idempotencyKey }: Key) =>
    request<QuestionView>(`/questions/${id}/comments`, { method: 'POST', body: comment, idempotencyKey }),
  removeComment: (id: string, commentId: string) =>
    request<QuestionView>(`/questions/${id}/comments/${commentId}`, { method: 'DELETE' }),
  keepAsPractice: (id: string, { idempotencyKey }: Key) =>
    request<PracticeView>(`/questions/${id}/keep`, { method: 'POST', body: {}, idempotencyKey }),
  closeQuestion: (id: string, why: CloseQuestionInput, { idempotencyKey }: Key) =>
    request<QuestionView>(`/questions/${id}/close`, { method: 'POST', body: why, idempotencyKey }),
  reopenQuestion: (id: string, { idempotencyKey }: Key) =>
    request<QuestionView>(`/questions/${id}/reopen`, { method: 'POST', body: {}, idempotencyKey }),
  report: (report: ReportInput, { idempotencyKey }: Key) =>
    request<unknown>('/reports', { method: 'POST', body: report, idempotencyKey }),
  conduct: (communityId: string) => request<ConductView>(`/communities/${communityId}/conduct`),
  acknowledgeConduct: (communityId: string) =>
    request<ConductView>(`/communities/${communityId}/conduct/acknowledge`, { method: 'POST', body: {} }),
} as const;
