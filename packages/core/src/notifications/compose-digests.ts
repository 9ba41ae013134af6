import type { Audiences, DigestItem, DigestStore, Draft, DueDigest } from './ports.ts';
import { expiryOf } from './recipient.ts';
import { nextDigest } from './timing.ts';
import { DAY_MS } from '../kernel/durations.ts';

type Deps = {
  readonly digests: DigestStore;
  readonly audiences: Pick<Audiences, 'places'>;
  readonly now: () => Date;
};

const PEOPLE_AT_ONCE = 200;
const ITEMS = 10;
const PLACES_AT_ONCE = 50;
/** When digests are posted to channels, where nobody's own morning counts: on Mondays, hours after midnight UTC. */
const MONDAY = 1;
const POSTED_AT_HOUR = 8;

/**
 * Composes the digests of everybody whose morning has come, and on Mondays those of channels. What is in one is queued
 * like anything else, so that it makes one message with what else waits for that morning. Nothing new, no message.
 */
export async function composeDigests({ digests, audiences, now }: Deps, signal: AbortSignal): Promise<void> {
  await digests.enrol(now(), (rhythm, recipient) => nextDigest(rhythm, recipient, now()));
  while (!signal.aborted) {
    const at = now();
    const due = await digests.due(at, PEOPLE_AT_ONCE);
    if (due.length === 0) break;
    const contents = await digests.contents(due, ITEMS);
    const composed = due.map((one) => ({
      due: one,
      drafts: (contents.get(one) ?? []).map((item) => draftFor(one, item, at)),
      nextAt: nextDigest(one.rhythm, one.recipient, at),
    }));
    await digests.send(composed, at);
  }
  await postDigests({ digests, audiences, now }, signal);
}

async function postDigests({ digests, audiences, now }: Deps, signal: AbortSignal): Promise<void> {
  const at = now();
  const since = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), POSTED_AT_HOUR));
  if (at.getUTCDay() !== MONDAY || at < since) return;
  while (!signal.aborted) {
    const places = await digests.ofPlaces(since, new Date(at.getTime() - 7 * DAY_MS), PLACES_AT_ONCE);
    for (const digest of places) {
      const to = await audiences.places(digest.communityId, 'weeklyDigest');
      const drafts = to.flatMap((place) => digest.items.map((item) => draftToPlace(place, item, at)));
      await digests.sendToPlace(digest, drafts, at);
    }
    if (places.length < PLACES_AT_ONCE) return;
  }
}

const draftFor = ({ recipient }: DueDigest, { what, subject, communityId }: DigestItem, at: Date): Draft => ({
  to: { personId: recipient.personId, veiled: false },
  what,
  subject,
  communityId,
  because: undefined,
  state: 'queued',
  dueAt: at,
  expiresAt: expiryOf(what, at),
});

const draftToPlace = (place: string, { what, subject, communityId }: DigestItem, at: Date): Draft => ({
  to: { place },
  what,
  subject,
  communityId,
  because: undefined,
  state: 'queued',
  dueAt: at,
  expiresAt: expiryOf(what, at),
});
