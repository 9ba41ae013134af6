import * as contracts from '@copse/core/contracts';
import { z } from 'zod';
import { refusals, serviceProblems } from './explanations.ts';
import { mayGoStale, type Route } from './route.ts';
import { schemaLibrary } from './schema-library.ts';

type Json = Record<string, unknown>;

const DESCRIPTION = `Everything that Copse can do. The Teams tab and the Confluence macros use this same API.

**Sign-in.** Every request carries \`Authorization: Bearer <token>\`: an access token of Microsoft Entra for the scope
\`access_as_user\`, or an invocation token of Atlassian Forge.

**Failures** are problem details (RFC 9457); \`reason\` is a word that programs can rely on.

**Paging.** Lists answer \`{ items, nextCursor? }\`. Pass \`nextCursor\` as \`cursor\` for the next page; without it there is none.

**Edits** need \`If-Match\` with the \`ETag\` of what was read, so that nobody's work is overwritten; other changes of the same
heed it where it is sent.

**Writes** accept \`Idempotency-Key\`: a request that is repeated with it within a day gets the first answer again.

What a caller may do comes with the data, as \`abilities\`.`;

/** The OpenAPI 3.1 document of the routes, made from the same contracts that requests are read by. */
export function describeApi(routes: readonly Route[], publicUrl: string): Json {
  const library = schemaLibrary(contracts);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `/api/v1${route.url.replaceAll(/:(\w+)/gu, '{$1}')}`;
    (paths[path] ??= {})[route.method.toLowerCase()] = operationOf(route, library);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Copse',
      version: '1',
      summary: 'Communities of practice in Microsoft Teams and Atlassian Confluence',
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(routes.map(({ tag }) => tag))].map((name) => ({ name })),
    security: [{ token: [] }],
    paths,
    components: {
      schemas: { ...library.components(), Problem: problemSchema() },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses: Object.fromEntries(alwaysPossible.map((name) => [name, problemResponse(serviceProblems[name].title)])),
      headers: { ETag: { description: 'The revision, for If-Match', schema: { type: 'string' } } },
    },
  };
}

type Library = ReturnType<typeof schemaLibrary>;

const alwaysPossible = ['invalid-input', 'too-many-requests', 'unexpected', 'unavailable'] as const;

function operationOf(route: Route, library: Library): Json {
  const answer =
    route.status === 204
      ? { description: 'Done' }
      : {
          description: 'Done',
          ...(library.hasRevision(route.answer) ? { headers: { ETag: { $ref: '#/components/headers/ETag' } } } : {}),
          content: { 'application/json': { schema: library.view(route.answer) } },
        };
  return {
    operationId: operationIdOf(route),
    tags: [route.tag],
    summary: route.summary,
    ...(route.caller in whoCalls ? { description: whoCalls[route.caller as keyof typeof whoCalls] } : {}),
    parameters: [
      ...parameters('path', route.params),
      ...parameters('query', route.query),
      ...(mayGoStale(route) ? [header('If-Match', 'The ETag of what was read', route.edits)] : []),
      ...(route.method === 'GET' || route.secret
        ? []
        : [header('Idempotency-Key', 'A new key for each intent', false)]),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: !route.body.safeParse(undefined).success,
            content: { 'application/json': { schema: library.input(route.body) } },
          },
        }
      : {}),
    responses: { [route.status]: answer, ...failuresOf(route) },
  };
}

/** Refusals of one status share one response, because OpenAPI has one response for each status. */
function failuresOf(route: Route): Json {
  const words = new Map<number, string[]>();
  const add = (status: number, word: string) => words.set(status, [...(words.get(status) ?? []), word]);
  add(401, 'not-signed-in');
  const ofPeople = route.caller === 'person' || route.caller === 'person-or-app';
  if (ofPeople) add(403, 'unknown-tenant');
  if (ofPeople || route.caller === 'app') add(403, 'site-not-linked');
  if (route.caller === 'site' || route.caller === 'settings-page') add(403, 'confluence-only');
  if (route.caller === 'app') add(403, 'app-only');
  if (route.caller === 'settings-page') add(403, 'settings-page-only');
  if (route.edits) add(428, 'revision-required');
  if (route.body) {
    add(413, 'too-large');
    add(415, 'wrong-type');
  }
  for (const reason of route.refusals) add(refusals[reason].status, reason);
  if (route.method !== 'GET') {
    add(409, 'try-again');
    if (!route.secret) add(409, 'key-in-use');
    if (!route.secret) add(422, 'key-reused');
  }
  const shared = Object.fromEntries(
    alwaysPossible
      .filter((name) => !words.has(serviceProblems[name].status))
      .map((name) => [serviceProblems[name].status, { $ref: `#/components/responses/${name}` }]),
  );
  const own = [...words].map(([status, reasons]) => [
    status,
    problemResponse(reasons.map((reason) => `\`${reason}\``).join(' · ')),
  ]);
  return { ...shared, ...(Object.fromEntries(own) as Json) };
}

const whoCalls = {
  site: 'Only with a token of Forge, for the site that asks.',
  'settings-page': 'Only with a token of Forge, for the site that asks.',
  app: 'Only for our app on a linked site, with a token of Forge that names nobody.',
  'person-or-app': 'For whoever began it: a person, or our app with a token of Forge that names nobody.',
} as const;

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function problemSchema(): Json {
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'reason'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      reason: { type: 'string', examples: ['not-allowed'] },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['path', 'message'],
          properties: { path: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  };
}

const header = (name: string, description: string, required: boolean) => ({
  name,
  in: 'header',
  description,
  required,
  schema: { type: 'string' },
});

function parameters(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

/** `GET /communities/:communityId/members` → `getCommunitiesByIdMembers`: unique, and stable while the address is. */
function operationIdOf({ method, url }: Route): string {
  const words = url
    .split('/')
    .filter(Boolean)
    .flatMap((part) => part.replace(/^:\w+$/u, 'by-id').split('-'));
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
