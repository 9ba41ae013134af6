import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { PostingView } from './contract.ts';
import type { PostingStore } from './ports.ts';
import { viewPosting } from './view.ts';

type Deps = { readonly postings: Pick<PostingStore, 'find'> };

/** What of a community is posted where it meets. */
export async function seePosting(
  { postings }: Deps,
  actor: Actor,
  { communityId }: { readonly communityId: string },
): Promise<Result<PostingView, 'no-such-community'>> {
  const found = await postings.find(actor, communityId);
  return found ? ok(viewPosting(found.posting, found.places, found.mayEdit)) : refuse('no-such-community');
}
