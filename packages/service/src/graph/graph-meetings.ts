import { type MeetingDraft, type MeetingMaker, type MeetingRefusal, ok, type Organiser, refuse } from '@copse/core';
import type { GraphSettings } from '../config.ts';
import { appTokens, NoTokenError, TIMEOUT_MS } from './app-tokens.ts';
import { type Fault, faultOf, passes } from './graph-fault.ts';

type Parts = {
  readonly now: () => Date;
  /** Hears why no meeting was made, for whoever runs the service; never names, titles or tokens. */
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void;
};

const NOT_MADE = 'no meeting was made in Teams';
/** What a link of a meeting may have, as one that is pasted. */
const LONGEST_LINK = 1000;

/**
 * Makes meetings by Microsoft Graph, as the application itself: `onlineMeeting: createOrGet`, which gives the same meeting
 * for the same organiser and external id. Needs the application permission OnlineMeetings.ReadWrite.All and, in the tenant,
 * an application access policy that includes the organiser.
 */
export function graphMeetings(settings: GraphSettings, { now, warn }: Parts): MeetingMaker {
  const { url, tenantIds } = settings;
  const tokens = appTokens(settings, now);

  const ask = async ({ tenantId, objectId }: Organiser, { externalId, subject, startsAt, endsAt }: MeetingDraft) =>
    fetch(`${url}/v1.0/users/${encodeURIComponent(objectId)}/onlineMeetings/createOrGet`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokens.of(tenantId)}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        externalId,
        subject,
        startDateTime: startsAt.toISOString(),
        endDateTime: endsAt.toISOString(),
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });

  return {
    offersTo: (tenantId) => tenantIds.includes(tenantId),

    async create(organiser, draft) {
      if (!tenantIds.includes(organiser.tenantId)) return refuse('meetings-not-set-up');
      try {
        const response = await ask(organiser, draft);
        const said = (await response.json().catch(() => ({}))) as Said;
        if (!response.ok) {
          warn(faultOf(response, said), NOT_MADE);
          if (response.status === 401) tokens.forget(organiser.tenantId);
          return refuse(refusalOf(response.status));
        }
        if (isLink(said.joinWebUrl)) return ok({ joinUrl: said.joinWebUrl });
        warn({ status: response.status, code: 'no link' }, NOT_MADE);
        return refuse('meetings-away');
      } catch (error) {
        warn(error instanceof NoTokenError ? { status: error.status, code: error.code } : { err: error }, NOT_MADE);
        return refuse(error instanceof NoTokenError ? refusalOf(error.status) : 'meetings-away');
      }
    },
  };
}

type Said = Fault & { readonly joinWebUrl?: unknown };

const refusalOf = (status: number): MeetingRefusal => (passes(status) ? 'meetings-away' : 'meeting-not-allowed');

const isLink = (given: unknown): given is string =>
  typeof given === 'string' && given.length <= LONGEST_LINK && URL.parse(given)?.protocol === 'https:';
