import type { Actor } from '../kernel/actor.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { LinkCodeView } from './contract.ts';
import { makeLinkCode } from './link-code.ts';
import type { CodeStore } from './ports.ts';
import { viewLinkCode } from './view.ts';

type Deps = {
  readonly codes: Pick<CodeStore, 'issue'>;
  readonly chance: (count: number) => Uint8Array;
  readonly now: () => Date;
};

/** Makes the one-time code with which a Confluence administrator links their site to the actor's organisation. */
export async function issueSiteCode(
  { codes, chance, now }: Deps,
  actor: Actor,
): Promise<Result<LinkCodeView, 'not-allowed'>> {
  if (!actor.administrator) return refuse('not-allowed');

  const code = makeLinkCode(chance, now());
  await codes.issue(code, 'site', actor.organisationId, actor.personId);
  return ok(viewLinkCode(code));
}
