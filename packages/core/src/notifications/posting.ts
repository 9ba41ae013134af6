import { refuse, ok, type Result } from '../kernel/result.ts';

/** What of a community is posted where it meets. */
export type Posting = {
  readonly communityId: string;
  readonly newQuestions: boolean;
  readonly weeklyDigest: boolean;
  readonly webhook: { readonly url: string; readonly host: string; readonly since: Date } | undefined;
};
/** `last`: what became of the newest post there that is settled. */
export type PostingPlace = {
  readonly name: string;
  readonly by: 'bot' | 'webhook';
  readonly last: { readonly state: string; readonly failure: string | null } | undefined;
};

export const usualPosting = { newQuestions: true, weeklyDigest: true, webhook: undefined } as const;

/** How a place is called that is reached by the community's webhook. */
export const WEBHOOK = 'webhook';

/** Where Teams Workflows and the older connectors of Teams listen; nothing else is posted to. */
export const webhookHosts: readonly string[] = [
  'logic.azure.com',
  'logic.azure.us',
  'api.powerplatform.com',
  'webhook.office.com',
];

const LONGEST = 1000;

/**
 * Reads the address of a webhook: https, one of the hosts where Teams listens, the usual port, and nobody's password.
 *
 * An address is a way to make this service send something to where it says, so that it is not enough for it to be an
 * address: `allowed` are host names whose subdomains are meant too.
 */
export function readWebhook(text: string, allowed = webhookHosts): Result<URL, 'not-a-webhook'> {
  const url = text.length <= LONGEST ? URL.parse(text.trim()) : null;
  const isOurs = url && allowed.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  if (!isOurs || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') {
    return refuse('not-a-webhook');
  }
  url.hash = '';
  return ok(url);
}

/** What of it is said aloud: the host, never the rest, because whoever knows the address can post. */
export const hostOf = (url: URL): string => url.hostname;
