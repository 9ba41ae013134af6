import type { Actor } from '../kernel/actor.ts';
import { type CommunityId, type PracticeId, siteOf } from '../kernel/ids.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PracticeView } from '../practices/contract.ts';
import { draft } from '../practices/practice.ts';
import type { DraftFromPageInput } from './contract.ts';
import type { PublishingDeps } from './ports.ts';

type Refusal =
  | 'confluence-only'
  | 'site-not-linked'
  | 'no-such-community'
  | 'not-taking-part'
  | 'community-closed'
  | 'page-already-kept';

/** Begins a practice as a draft from a page of Confluence, and remembers the page. Nothing on it is changed. */
export async function draftFromPage(
  { practitioners, practiceViews, publications, newId, now }: PublishingDeps,
  actor: Actor,
  { communityId, page, ...text }: DraftFromPageInput,
): Promise<Result<PracticeView, Refusal>> {
  const cloudId = siteOf(actor.account);
  if (cloudId === undefined) return refuse('confluence-only');
  const siteUrl = await publications.siteUrl(actor.organisationId, cloudId);
  if (siteUrl === undefined) return refuse('site-not-linked');
  const writer = await practitioners.inCommunity(actor, communityId as CommunityId);
  if (!writer) return refuse('no-such-community');

  const at = now();
  const id = newId() as PracticeId;
  const place = { organisationId: actor.organisationId, communityId: communityId as CommunityId };
  const drafted = draft(writer, { ...text, ...place, id, at });
  if (!drafted.ok) return drafted;
  if (await publications.isKept(actor, cloudId, page.id)) return refuse('page-already-kept');

  const { id: pageId, spaceId, version, path } = page;
  const source = { cloudId, siteUrl, spaceId, spaceName: '', page: { id: pageId, path, title: text.title, version } };
  await publications.saveDraft(drafted.value, source, at);
  return ok((await practiceViews.see(actor, id)) as PracticeView);
}
