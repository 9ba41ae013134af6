import type { Actor, AtlassianProof, Refusal, Result, SiteApp } from '@copse/core';
import { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One line of the API as data: the app serves it, OpenAPI describes it, tests walk over it. */
export type Route = {
  readonly method: Method;
  /** Below `/api/v1`, with Fastify's `:params`. */
  readonly url: string;
  readonly tag: string;
  /** One sentence for the documentation. */
  readonly summary: string;
  readonly params: z.ZodType | undefined;
  readonly query: z.ZodType | undefined;
  readonly body: z.ZodType | undefined;
  readonly status: 200 | 201 | 204;
  readonly answer: z.ZodType;
  readonly refusals: readonly Refusal[];
  /** An edit of something that has revisions: `If-Match` is required. */
  readonly edits: boolean;
  /** The answer is a secret that is shown once, so it is not kept for a repeated Idempotency-Key. */
  readonly secret: boolean;
  /**
   * Who may call: a person who is signed in; a Confluence site, linked or not; its settings page, which Confluence shows
   * to its administrators only; or our app on a linked site, running by itself for nobody.
   */
  readonly caller: 'person' | 'site' | 'settings-page' | 'app' | 'person-or-app';
  readonly run: (caller: never, input: never) => Promise<Result<unknown, Refusal>>;
};

/** Whether what it changes has revisions: it then heeds an `If-Match`, also where it asks for none. */
export const mayGoStale = ({ edits, refusals }: Pick<Route, 'edits' | 'refusals'>): boolean =>
  edits || refusals.includes('changed-meanwhile');

type Fields = z.ZodType<object>;
type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : unknown;

type Given<Caller, Params, Query, Body, Answer extends z.ZodType, Reason extends Refusal> = {
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly status?: 200 | 201 | 204;
  readonly answer: Answer;
  readonly refusals?: readonly Reason[];
  readonly edits?: boolean;
  readonly secret?: boolean;
  /** Gets what stood in the address, the query and the body as one input. */
  readonly run: (
    caller: Caller,
    input: Read<Params> & Read<Query> & Read<Body> & { readonly ifRevision?: number },
  ) => Promise<Result<z.output<Answer>, NoInfer<Reason>>>;
};

/**
 * Describes routes of one subject. The compiler checks that the contract fits the use case: what the schemas read is
 * what it takes, what it answers fits the view, and every refusal of it is listed.
 */
export const routesAbout = (tag: string) => routesFor<Actor>(tag, 'person');

/** The same for what a site asks before anybody there is known to us. */
export const siteRoutesAbout = (tag: string, caller: 'site' | 'settings-page') =>
  routesFor<AtlassianProof>(tag, caller);

/** The same for what our app does by itself on a linked site. */
export const appRoutesAbout = (tag: string) => routesFor<SiteApp>(tag, 'app');

/** The same for what may come from either. */
export const sharedRoutesAbout = (tag: string) => routesFor<Actor | SiteApp>(tag, 'person-or-app');

const routesFor =
  <Caller>(tag: string, caller: Route['caller']) =>
  <
    const Reason extends Refusal = never,
    Answer extends z.ZodType = z.ZodType,
    Params extends Fields | undefined = undefined,
    Query extends Fields | undefined = undefined,
    Body extends Fields | undefined = undefined,
  >(
    method: Method,
    url: string,
    given: Given<Caller, Params, Query, Body, Answer, Reason>,
  ): Route => ({
    method,
    url,
    tag,
    summary: given.summary,
    params: given.params,
    query: given.query,
    body: given.body,
    status: given.status ?? 200,
    answer: given.answer,
    refusals: given.refusals ?? [],
    edits: given.edits ?? false,
    secret: given.secret ?? false,
    caller,
    run: given.run,
  });

/** The answer of 204: nothing. */
export const nothing = z.undefined();

/** Lists that have no filter take a page of the list only. */
export const paging = z.strictObject({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** A body that may be left out altogether when none of its fields is needed. */
export const optionalBody = <Body extends z.ZodType<object, object>>(body: Body): z.ZodPrefault<Body> =>
  z.prefault(body, {} as never);

/** Parameters in an address that are ids of ours. */
export const ids = <const Names extends readonly string[]>(...names: Names) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, z.uuid()])) as Record<Names[number], z.ZodUUID>);
