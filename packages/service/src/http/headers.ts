import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * Hosts that embed the tab: Teams and Microsoft 365 on the web and on the desktop, as Microsoft lists them for
 * Content-Security-Policy. Confluence embeds macros from Atlassian's own domain, never a page of ours.
 */
const MICROSOFT_HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
  'https://teams.microsoft.us',
  'https://*.teams.microsoft.us',
];

const policy = (directives: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');

const NONE = ["'none'"];
const SELF = ["'self'"];
const closed = { 'default-src': NONE, 'base-uri': NONE, 'form-action': NONE, 'frame-ancestors': NONE };

/** Answers for programs: nothing in them is ever run or framed. */
export const apiPolicy = policy(closed);

/** The tab. teams-js looks up its list of trusted hosts at Microsoft's content network and does without when it cannot. */
export const tabPolicy = (hostOrigins: readonly string[]) =>
  policy({
    'default-src': NONE,
    'script-src': SELF,
    // Fluent UI writes its styles into the page.
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'https:', 'data:'],
    'font-src': ["'self'", 'https://res.cdn.office.net'],
    'connect-src': ["'self'", 'https://res.cdn.office.net'],
    'base-uri': NONE,
    'form-action': NONE,
    'frame-ancestors': ["'self'", ...MICROSOFT_HOSTS, ...hostOrigins],
  });

/** A page with one style sheet written into it, and no script. */
export const pagePolicy = (style: string) =>
  policy({ ...closed, 'style-src': [`'sha256-${createHash('sha256').update(style).digest('base64')}'`] });

/** Swagger UI writes styles into the page and fetches our own document. */
export const documentationPolicy = policy({
  ...closed,
  'script-src': SELF,
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': SELF,
});

export type Area = {
  readonly policy: string;
  /** Hosts of Microsoft 365 put the page into a frame. */
  readonly framed?: boolean;
  readonly cache?: string;
};

/** Sets the security headers of one area. They never change, so they are put together once. */
export function protect(app: FastifyInstance, { policy: contentPolicy, framed = false, cache }: Area): void {
  const headers = {
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': framed ? 'cross-origin' : 'same-origin',
    ...(framed ? {} : { 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' }),
    ...(cache === undefined ? {} : { 'cache-control': cache }),
  };
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}
