import type { Actor } from '../kernel/actor.ts';
import { StaleWriteError } from '../kernel/errors.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { MeView, RedeemCodeInput } from './contract.ts';
import { LINK_CODE_TRIES, tidyLinkCode } from './link-code.ts';
import { mergePeople, type MergeRefusal } from './merging.ts';
import type { AccountStore, CodeStore, OrganisationStore, PeopleQueries, PersonStore, TryStore } from './ports.ts';
import { viewMe } from './view.ts';

type Deps = {
  readonly codes: Pick<CodeStore, 'find'>;
  readonly tries: TryStore;
  readonly people: Pick<PersonStore, 'find' | 'merge'>;
  readonly accounts: Pick<AccountStore, 'of'>;
  readonly organisations: Pick<OrganisationStore, 'get'>;
  readonly directory: Pick<PeopleQueries, 'managerOf'>;
  readonly now: () => Date;
};

type Refusal = 'wrong-code' | 'code-expired' | 'too-many-tries' | 'other-organisation' | MergeRefusal;

/**
 * Joins the actor's account with the one that the code was made for: from now on both are the same person.
 *
 * A try is counted before the code is looked at, so that many guesses at once are no better than one after the other,
 * and a code of any length costs the same keyed hash and the same look-up.
 */
export async function redeemLinkCode(
  { codes, tries, people, accounts, organisations, directory, now }: Deps,
  actor: Actor,
  { code: typed }: RedeemCodeInput,
): Promise<Result<MeView, Refusal>> {
  const at = now();
  const count = await tries.count(actor.account, at);
  const code = tidyLinkCode(typed);
  const issued = await codes.find(code, 'person');
  if (count > LINK_CODE_TRIES) return refuse('too-many-tries');
  if (!issued) return refuse('wrong-code');
  if (issued.expiresAt <= at) return refuse('code-expired');
  if (issued.organisationId !== actor.organisationId) return refuse('other-organisation');

  const [redeemer, issuer, organisation] = await Promise.all([
    people.find(actor.personId),
    people.find(issued.issuedBy),
    organisations.get(actor.organisationId),
  ]);
  if (!redeemer || !issuer) throw new StaleWriteError(actor.personId);
  const [redeemerAccounts, issuerAccounts] = await Promise.all([accounts.of(redeemer.id), accounts.of(issuer.id)]);

  const merged = mergePeople(
    { person: redeemer, accounts: redeemerAccounts },
    { person: issuer, accounts: issuerAccounts },
  );
  if (!merged.ok) return merged;

  await people.merge(merged.value, code, at);
  await tries.forgive(actor.account);
  const person = merged.value.survivor.state;
  const all = [...redeemerAccounts, ...issuerAccounts].sort((a, b) => Number(a.linkedAt) - Number(b.linkedAt));
  const manager = await directory.managerOf(person.id);
  return ok(viewMe({ person, accounts: all, organisation, manager }, actor));
}
