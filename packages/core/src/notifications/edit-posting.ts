import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { EditPostingInput, PostingView } from './contract.ts';
import type { PostingStore } from './ports.ts';
import { hostOf, type Posting, readWebhook } from './posting.ts';
import { viewPosting } from './view.ts';

type Deps = {
  readonly postings: PostingStore;
  readonly now: () => Date;
  /** Host names that may be posted to; the usual ones are those of Teams. */
  readonly webhookHosts?: readonly string[];
};
type Input = EditPostingInput & { readonly communityId: string };

/** Changes what is posted where a community meets. Whoever may connect a channel may do so. */
export async function editPosting(
  { postings, now, webhookHosts }: Deps,
  actor: Actor,
  { communityId, newQuestions, weeklyDigest, webhookUrl }: Input,
): Promise<Result<PostingView, 'no-such-community' | 'not-allowed' | 'not-a-webhook'>> {
  const found = await postings.find(actor, communityId);
  if (!found) return refuse('no-such-community');
  if (!found.mayEdit) return refuse('not-allowed');

  const read = typeof webhookUrl === 'string' ? readWebhook(webhookUrl, webhookHosts) : undefined;
  if (read && !read.ok) return read;
  const webhook = read?.value && { url: read.value.href, host: hostOf(read.value), since: now() };
  const edited: Posting = {
    communityId,
    newQuestions: newQuestions ?? found.posting.newQuestions,
    weeklyDigest: weeklyDigest ?? found.posting.weeklyDigest,
    webhook: webhookUrl === undefined ? found.posting.webhook : webhook,
  };
  await postings.save(edited);
  const after = await postings.find(actor, communityId);
  return after ? ok(viewPosting(after.posting, after.places, after.mayEdit)) : refuse('no-such-community');
}
