import type { Actor, AtlassianProof, Core } from '@copse/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendNotSignedIn, sendRefusal, sendServiceProblem } from '../problems.ts';
import type { Verify } from './verifier.ts';

/** Confluence opens this kind of page to its administrators only. */
const SETTINGS_PAGE = 'confluence:globalSettings';

export type Caller =
  | { readonly kind: 'entra' | 'atlassian'; readonly as: Actor }
  | { readonly kind: 'site'; readonly as: AtlassianProof };

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the sign-in hook of the route; `null` where nobody needs to be signed in. */
    caller: Caller | null;
  }
}

export type SignInHook = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
export type SignInHooks = Readonly<Record<'person' | 'site' | 'settings-page', SignInHook>>;

/**
 * Hooks that let a request in, or answer it. A token is verified once and remembered; who its account belongs to is
 * read from the database each time, so that an unlinked site or a merged person shows at once.
 */
export function signInHooks(core: Core, verify: Verify): SignInHooks {
  const person: SignInHook = async (request, reply) => {
    const verified = await verify(request.headers.authorization);
    if (!verified.ok) {
      return verified.reason === 'unknown-tenant'
        ? sendRefusal(reply, verified.reason)
        : sendNotSignedIn(reply, verified.reason);
    }
    const { proof } = verified.value;
    const actor = await core.identity.signIn(proof);
    if (!actor.ok) return sendRefusal(reply, actor.reason);
    request.caller = { kind: proof.kind, as: actor.value };
    return undefined;
  };

  const site =
    (isAllowed: (moduleType: string | undefined) => boolean): SignInHook =>
    async (request, reply) => {
      const verified = await verify(request.headers.authorization);
      if (!verified.ok) {
        return verified.reason === 'unknown-tenant'
          ? sendRefusal(reply, verified.reason)
          : sendNotSignedIn(reply, verified.reason);
      }
      const { proof, moduleType } = verified.value;
      if (proof.kind !== 'atlassian') return sendServiceProblem(reply, 'confluence-only');
      if (!isAllowed(moduleType)) return sendServiceProblem(reply, 'settings-page-only');
      request.caller = { kind: 'site', as: proof };
      return undefined;
    };

  return { person, site: site(() => true), 'settings-page': site((moduleType) => moduleType === SETTINGS_PAGE) };
}

/** Who calls, as the use case takes them. The hook has answered already where there is nobody. */
export const callerOf = (request: FastifyRequest): Actor | AtlassianProof | undefined => request.caller?.as;

export const personOf = (request: FastifyRequest): Actor | undefined =>
  request.caller === null || request.caller.kind === 'site' ? undefined : request.caller.as;
