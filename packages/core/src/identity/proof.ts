import { type AccountKey, atlassianAccount, entraAccount } from '../kernel/ids.ts';
import { seen, tidyLine, withoutForbidden } from '../kernel/text.ts';
import { profileLimits } from './profile.ts';

/** An Entra access token that the service has verified. `administrator`: the token carries our app role. */
export type EntraProof = {
  readonly kind: 'entra';
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  /** Entra's `acct = 1`: from outside the organisation. */
  readonly guest: boolean;
  readonly administrator: boolean;
  /** How the account is shown to its owner, such as the user name. */
  readonly label?: string;
};

/**
 * A verified bot activity. `guest` comes from the conversation's member (`userRole`); where it is not known, a person
 * seen for the first time counts as a guest until a token says otherwise: too little is shown rather than too much.
 */
export type BotProof = {
  readonly kind: 'bot';
  readonly tenantId: string;
  readonly objectId: string;
  readonly name?: string;
  readonly guest?: boolean;
};

/** A verified Forge Invocation Token. Whoever may use a linked site counts as a colleague. */
export type AtlassianProof = {
  readonly kind: 'atlassian';
  readonly cloudId: string;
  readonly siteUrl: string;
  readonly accountId: string;
};

/** A verified Forge Invocation Token that speaks for nobody: our app runs by itself on that site. It is no `Proof`. */
export type AtlassianAppProof = {
  readonly kind: 'atlassian-app';
  readonly cloudId: string;
  readonly siteUrl: string;
};

/** What a surface has found to be true about the caller before it asks core anything. */
export type Proof = EntraProof | BotProof | AtlassianProof;

export const accountOf = (proof: Proof): AccountKey =>
  proof.kind === 'atlassian'
    ? atlassianAccount(proof.cloudId, proof.accountId)
    : entraAccount(proof.tenantId, proof.objectId);

/**
 * The proof with its name as a text of ours: guests write their own, and a directory takes overrides of the reading
 * direction, which would put words into others' mouths on every list, and lines of any length.
 */
export function withPlainName<Given extends Proof>(proof: Given): Given {
  if (proof.kind === 'atlassian' || proof.name === undefined) return proof;
  const name = tidyLine(withoutForbidden(proof.name)).slice(0, profileLimits.name).trim();
  if (name === proof.name && seen(name) !== '') return proof;
  return { ...proof, name: seen(name) === '' ? '' : name };
}

/** What the owner reads beside the account on «Me»: never an id when something readable is known. */
export function labelOf(proof: Proof): string {
  switch (proof.kind) {
    case 'entra':
      return proof.label ?? proof.name;
    case 'bot':
      return proof.name ?? 'Microsoft Teams';
    case 'atlassian':
      return hostOf(proof.siteUrl);
  }
}

const hostOf = (url: string) => url.replace(/^https?:\/\//u, '').replace(/\/.*$/u, '');
