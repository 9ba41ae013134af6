import type { Actor } from '../kernel/actor.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { LinkCodeView } from './contract.ts';
import { makeLinkCode } from './link-code.ts';
import type { CodeStore } from './ports.ts';
import { viewLinkCode } from './view.ts';

type Deps = {
  readonly codes: Pick<CodeStore, 'issue'>;
  readonly chance: (count: number) => Uint8Array;
  readonly now: () => Date;
};

/** Makes the one-time code that joins the actor's account with another of theirs. An earlier one stops working. */
export async function issueLinkCode({ codes, chance, now }: Deps, actor: Actor): Promise<Result<LinkCodeView>> {
  const code = makeLinkCode(chance, now());
  await codes.issue(code, 'person', actor.organisationId, actor.personId);
  return ok(viewLinkCode(code));
}
