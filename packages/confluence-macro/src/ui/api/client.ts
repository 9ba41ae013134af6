import type {
  CommunityPage,
  CommunityView,
  EditProfileInput,
  HomeView,
  LinkCodeView,
  MeView,
  PracticePage,
  PracticeView,
  RecordAdoptionInput,
  SiteStatus,
  TopicCounts,
} from '@copse/core/contracts';
import { request } from './request.ts';

const PAGE = 12;

type Left = { readonly left: true; readonly community?: CommunityView };
type Key = { readonly idempotencyKey: string };

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

  communities: (query: { q?: string; topic?: string; cursor?: string; limit?: number }) =>
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
} as const;
