import type { MemberPage, PeoplePage, PersonCard } from '@copse/core/contracts';
import type { ApiClient } from '../lib/api-client.ts';
import { search } from '../lib/query-keys.ts';

export async function findPeople(api: ApiClient, q: string, signal: AbortSignal): Promise<readonly PersonCard[]> {
  return (await api.get<PeoplePage>(`/people${search({ q, limit: 8 })}`, signal)).items;
}

export async function findMembers(api: ApiClient, communityId: string, q: string, signal: AbortSignal) {
  const { items } = await api.get<MemberPage>(`/communities/${communityId}/members${search({ q, limit: 8 })}`, signal);
  return items.map(({ person }): PersonCard => person);
}
