import type { Actor, AtlassianProof, Core, SiteApp } from '@copse/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendNotSignedIn, sendRefusal, sendServiceProblem } from '../problems.ts';
import type { VerifiedToken } from './verified-token.ts';
import type { Verify } from './verifier.ts';

/** Confluence opens this kind of page to its administrators only. */
const SETTINGS_PAGE = 'confluence:globalSettings';

export type Caller =
  | { readonly kind: 'entra' | 'atlassian'; readonly as: Actor }
  | { readonly kind: 'site'; readonly as: AtlassianProof }
  | { readonly kind: 'app'; readonly as: SiteApp };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the sign-in hook of the route; `null` where nobody needs to be signed in. */
    caller: Caller | null;
  }
}

export type SignInHook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
export type SignInHooks = Readonly<Record<'person' | 'site' | 'settings-page' | 'app' | 'person-or-app', SignInHook>>;

/** Lets a verified caller in, or answers them. */
type Admit = (token: VerifiedToken, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/**
 * Hooks that let a request in, or answer it. A token is verified once and remembered; who its account belongs to is
 * read from the database each time, so that an unlinked site or a merged person shows at once.
 */
export function signInHooks(core: Core, verify: Verify): SignInHooks {
  const hook =
    (admit: Admit): SignInHook =>
    async (request, reply) => {
      const verified = await verify(request.headers.authorization);
      if (verified.ok) return admit(verified.value, request, reply);
      return verified.reason === 'unknown-tenant'
        ? sendRefusal(reply, verified.reason)
        : sendNotSignedIn(reply, verified.reason);
    };

  const person: Admit = async ({ proof }, request, reply) => {
    // Our own app, running by itself, is nobody.
    if (proof.kind === 'atlassian-app') return sendNotSignedIn(reply, 'anonymous');
    const actor = await core.identity.signIn(proof);
    if (!actor.ok) return sendRefusal(reply, actor.reason);
    request.caller = { kind: proof.kind, as: actor.value };
    return undefined;
  };

  const site =
    (isAllowed: (moduleType: string | undefined) => boolean): Admit =>
    async ({ proof, moduleType }, request, reply) => {
      if (proof.kind === 'atlassian-app') return sendNotSignedIn(reply, 'anonymous');
      if (proof.kind !== 'atlassian') return sendServiceProblem(reply, 'confluence-only');
      if (!isAllowed(moduleType)) return sendServiceProblem(reply, 'settings-page-only');
      request.caller = { kind: 'site', as: proof };
      return undefined;
    };

  const app: Admit = async ({ proof }, request, reply) => {
    if (proof.kind !== 'atlassian-app') return sendServiceProblem(reply, 'app-only');
    const admitted = await core.identity.signInApp(proof);
    if (!admitted.ok) return sendRefusal(reply, admitted.reason);
    request.caller = { kind: 'app', as: admitted.value };
    return undefined;
  };

  return {
    person: hook(person),
    site: hook(site(() => true)),
    'settings-page': hook(site((moduleType) => moduleType === SETTINGS_PAGE)),
    app: hook(app),
    'person-or-app': hook((token, ...rest) => (token.proof.kind === 'atlassian-app' ? app : person)(token, ...rest)),
  };
}

/** Who calls, as the use case takes them. The hook has answered already where there is nobody. */
export const callerOf = (request: FastifyRequest): Actor | AtlassianProof | SiteApp | undefined => request.caller?.as;

export const personOf = ({ caller }: FastifyRequest): Actor | undefined =>
  caller?.kind === 'entra' || caller?.kind === 'atlassian' ? caller.as : undefined;
