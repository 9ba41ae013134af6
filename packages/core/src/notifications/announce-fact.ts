import { type Announcement, announcementsOf, type Fact } from './announcement.ts';
import { whyLost } from './gathering-happening.ts';
import { happenings } from './happening.ts';
import type { Audiences, Draft, NotificationStore } from './ports.ts';
import { timeOf } from './preferences.ts';
import { expiryOf, type Recipient, tell } from './recipient.ts';
import { sayWhen } from './say-when.ts';

type Deps = {
  readonly audiences: Audiences;
  readonly notifications: NotificationStore;
  readonly now: () => Date;
  /** How long things are gathered that may make one message, in ms. */
  readonly gather?: number;
};

/** People of a large audience whose messages are queued in one transaction. */
const PORTION = 2000;
/** Milliseconds. */
const POST_AFTER_MS = 5000;

/**
 * Works out who is told of a fact and queues what they are told. Safe to repeat, and to be killed at any point: a small
 * audience is queued as a whole or not at all, a large one goes on where it had come to.
 */
export async function announceFact(deps: Deps, fact: Fact): Promise<void> {
  const announcements = announcementsOf(fact);
  const few = announcements.filter(({ audience }) => audience.to !== 'members');
  const drafts = await Promise.all(few.map((one) => draftsForFew(deps, one)));
  const posts = fact.type === 'question.asked' ? await draftsForPlaces(deps, announcements) : [];
  if (drafts.length > 0 || posts.length > 0) await deps.notifications.tell(fact, [...drafts.flat(), ...posts]);

  for (const one of announcements) {
    if (one.audience.to === 'members') await tellMany(deps, fact, { ...one, communityId: one.audience.communityId });
  }
}

async function draftsForFew({ audiences, now, gather }: Deps, announcement: Announcement): Promise<readonly Draft[]> {
  const at = now();
  const [recipients, begins] = await Promise.all([audiences.of(announcement), audiences.begins(announcement, at)]);
  const reason = announcement.auditId && (await audiences.auditReason(announcement.auditId));
  const because = reason ? `A steward says: “${reason}”` : undefined;
  return Promise.all(
    recipients.map(async (recipient) => {
      const { lost } = announcement;
      const asked = announcement.what === 'asked-for-help';
      const why = asked
        ? await audiences.reason(announcement.subject.id, recipient.personId)
        : lost
          ? whyLost(lost, begins && sayWhen(begins, recipient.timeZone))
          : because;
      return draftFor({ ...announcement, because: why, begins }, recipient, at, gather);
    }),
  );
}

/** New questions are posted where the community meets, if it wants that. */
async function draftsForPlaces(
  { audiences, now, gather }: Deps,
  announcements: readonly Announcement[],
): Promise<readonly Draft[]> {
  const at = now();
  const [announcement] = announcements;
  if (!announcement?.communityId) return [];
  const { what, subject, communityId } = announcement;
  const places = await audiences.places(communityId, 'newQuestions');
  const expiresAt = expiryOf(what, at);
  return places.map((place) => ({
    to: { place },
    what,
    subject,
    communityId,
    because: undefined,
    state: 'queued',
    // Whoever asks in the channel itself sees the question there in a moment.
    dueAt: new Date(at.getTime() + (gather ?? POST_AFTER_MS)),
    expiresAt,
  }));
}

async function tellMany(
  { audiences, notifications, now, gather }: Deps,
  fact: Fact,
  announcement: Announcement & { readonly communityId: string },
): Promise<void> {
  const { what, communityId } = announcement;
  const { kind } = happenings[what];
  const excluded = await audiences.excluded(announcement);
  let progress = await notifications.openBroadcast(fact, announcement);
  while (!progress.complete) {
    const at = now();
    const members = await audiences.members(communityId, kind, progress.reached, PORTION);
    const others = members.filter((one) => !excluded(one));
    // What is new in a community is looked up when a digest is composed, so nothing is queued for it here.
    const waits = (one: Recipient) => what === 'question-asked' && isInDigest(timeOf(one, kind, communityId));
    const atOnce = others.filter((one) => !waits(one));
    const next = { reached: members.at(-1)?.personId ?? progress.reached, complete: members.length < PORTION };
    const drafts = atOnce.map((recipient) => draftFor(announcement, recipient, at, gather));
    const ours = await notifications.tellMore(fact, progress, {
      ...next,
      drafts,
      inDigest: others.length - atOnce.length,
    });
    progress = ours ? next : await notifications.openBroadcast(fact, announcement);
  }
}

const isInDigest = (time: string) => time === 'daily' || time === 'weekly';

function draftFor(
  { what, subject, communityId, because, begins }: Announcement & { readonly begins?: Date | undefined },
  recipient: Recipient,
  at: Date,
  gather: number | undefined,
): Draft {
  const { personId, veiled } = recipient;
  const told = tell(recipient, { what, communityId, now: at, begins }, gather);
  return { to: { personId, veiled }, what, subject, communityId, because, expiresAt: expiryOf(what, at), ...told };
}
