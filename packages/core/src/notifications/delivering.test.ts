import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let ada: Actor;
let communityId: string;
const TITLE = 'How do I test a page with the keyboard?';

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ada = await scene.reached('Ada');
  communityId = await scene.community(ada);
});

/** Members who want to hear of new questions at once. */
async function listeners(count: number) {
  const names = Array.from({ length: count }, (_, at) => `Listener ${at}`);
  for (const name of names) {
    const actor = await scene.reached(name);
    await value(scene.core.communities.joinCommunity(actor, { communityId }));
    await scene.prefer(actor, { 'new-question': 'now' });
  }
}
const broadcast = async () => (await value(scene.core.notifications.listBroadcasts(ada, { limit: 5 }))).items[0];

describe('a message to many', () => {
  it('reaches everybody who wants it, and whoever caused it sees what became of it', async () => {
    await listeners(12);
    const reader = await scene.reached('Reader');
    const quiet = await scene.reached('Quiet');
    for (const one of [reader, quiet]) await value(scene.core.communities.joinCommunity(one, { communityId }));
    await scene.prefer(quiet, { 'new-question': 'never' });
    const outcomes: Readonly<Record<string, Parameters<typeof scene.answers>[0]>> = {
      'a:listener 1': () => ({ outcome: 'blocked' }),
      'a:listener 2': () => ({ outcome: 'refused', reason: 'conversation-gone' }),
      'a:listener 3': () => ({ outcome: 'later', reason: 'status-429', afterMs: 60_000 }),
    };
    scene.answers((one, tries) => {
      const where = one.to.by === 'bot' ? (one.to.conversationId ?? '') : '';
      return outcomes[where]?.(one, tries) ?? { outcome: 'sent' };
    });
    await scene.ask(ada, communityId, TITLE);
    await scene.deliver();

    expect(await broadcast()).toMatchObject({
      about: `New question: “${TITLE}”`,
      counts: { sent: 9, blocked: 1, failed: 1, queued: 1, unwanted: 1, held: 0, expired: 0 },
      inDigest: 1,
      failures: [
        { reason: 'They have blocked or removed Copse', count: 1 },
        { reason: 'The conversation is no longer there', count: 1 },
      ],
    });
    expect((await value(scene.core.notifications.listBroadcasts(reader, { limit: 5 }))).items).toEqual([]);
  });

  it('names each of them to whoever caused it, what went wrong first, and to nobody else', async () => {
    await listeners(4);
    const reader = await scene.reached('Reader');
    await value(scene.core.communities.joinCommunity(reader, { communityId }));
    scene.answers(({ to }) => ({
      outcome: to.by === 'bot' && to.conversationId === 'a:listener 2' ? 'blocked' : 'sent',
    }));
    await scene.ask(ada, communityId, TITLE);
    await scene.deliver();
    const { id: broadcastId = '' } = (await broadcast()) ?? {};
    const page = async (cursor?: string) =>
      value(scene.core.notifications.listRecipients(ada, { broadcastId, cursor, limit: 3 }));

    const first = await page();
    const second = await page(first.nextCursor);
    expect(first.items[0]).toMatchObject({
      person: { name: 'Listener 2' },
      state: 'blocked',
      trouble: { reason: 'They have blocked or removed Copse' },
    });
    const names = [...first.items, ...second.items].map(({ person }) => person.name);
    // Whoever waits for a digest is counted, and not named.
    expect(names.toSorted()).toEqual(['Listener 0', 'Listener 1', 'Listener 2', 'Listener 3']);
    expect(second.nextCursor).toBeUndefined();

    const refused = { ok: false, reason: 'no-such-broadcast' };
    expect(await scene.core.notifications.listRecipients(reader, { broadcastId, limit: 3 })).toEqual(refused);

    await value(scene.core.communities.closeCommunity(ada, { communityId, reason: 'Its work is done.' }));
    await scene.settle();
    const closed = { broadcastId: (await broadcast())?.id ?? '', limit: 3 };
    await value(scene.core.notifications.listRecipients(ada, closed));
    await db().updateTable('community').set({ visibility: 'by-invitation' }).execute();
    await db().deleteFrom('role_grant').where('person_id', '=', ada.personId).execute();
    await db().deleteFrom('membership').where('person_id', '=', ada.personId).execute();
    expect(await scene.core.notifications.listRecipients(ada, closed)).toEqual(refused);
  });

  it('goes on where a process that died had come to, and tells nobody twice', async () => {
    await listeners(6);
    await scene.ask(ada, communityId, TITLE);
    await scene.settle();
    const { id, organisation_id, type, payload, occurred_at } = await db()
      .selectFrom('outbox')
      .selectAll()
      .where('type', '=', 'question.asked')
      .executeTakeFirstOrThrow();
    // As if it had died after the third of them.
    const rows = await db().selectFrom('notification').select(['id', 'recipient_id']).orderBy('recipient_id').execute();
    await db()
      .updateTable('broadcast')
      .set({ complete: false, reached: rows[2]?.recipient_id ?? null })
      .execute();
    await db()
      .deleteFrom('notification')
      .where(
        'id',
        'in',
        rows.slice(3).map((row) => row.id),
      )
      .execute();
    const event = {
      id,
      type,
      organisationId: organisation_id,
      occurredAt: occurred_at.toISOString(),
      ...(payload as object),
    };
    await Promise.all([scene.run('announce', { event }), scene.run('announce', { event })]);
    await scene.deliver();

    expect(scene.lines().toSorted()).toEqual(
      Array.from({ length: 6 }, (_, at) => `a:listener ${at}: New question: “${TITLE}”`),
    );
  });
});

describe('a message', () => {
  const one = async () => {
    await scene.answer(await joined('Bo'), await scene.ask(ada, communityId, TITLE));
  };
  const joined = async (name: string) => {
    const actor = await scene.reached(name);
    await value(scene.core.communities.joinCommunity(actor, { communityId }));
    await value(scene.core.trust.acknowledgeConduct(actor, { communityId }));
    return actor;
  };

  it('that Teams does not take now is tried again after ever longer pauses, until it does', async () => {
    await one();
    let times = 0;
    scene.answers(() => ((times += 1) < 4 ? { outcome: 'later', reason: 'status-500' } : { outcome: 'sent' }));
    for (const seconds of [30, 3, 5, 10]) await scene.deliver(seconds);

    expect(times).toBe(4);
    expect(scene.sent).toHaveLength(1);
    expect(await scene.states()).toEqual({ sent: 1 });
  });

  it('waits as long as Teams asked', async () => {
    await one();
    scene.answers(() => ({ outcome: 'later', reason: 'status-429', afterMs: 600_000 }));
    await scene.deliver();
    scene.answers(() => ({ outcome: 'sent' }));
    await scene.deliver(590);
    expect(scene.sent).toEqual([]);
    await scene.deliver(200);
    expect(scene.sent).toHaveLength(1);
  });

  it('that Teams never takes runs out, and is not queued for ever', async () => {
    await one();
    scene.answers(() => ({ outcome: 'later', reason: 'status-500' }));
    await scene.deliver();
    await scene.deliver(20 * 86_400);
    await scene.deliver(86_400);
    expect(await scene.states()).toEqual({ expired: 1 });
  });

  it('to whoever blocked the bot is not even tried, until they come back', async () => {
    await one();
    scene.answers(() => ({ outcome: 'blocked' }));
    await scene.deliver();
    expect(await scene.states()).toEqual({ blocked: 1 });

    let tried = 0;
    scene.answers(() => ((tried += 1), { outcome: 'sent' }));
    await scene.answer(await joined('Cy'), await scene.ask(ada, communityId, `${TITLE} II`));
    await scene.deliver();
    expect(tried).toBe(0);
    expect(await scene.states()).toEqual({ blocked: 2 });

    await scene.reached('Ada'); // Another person of that name has the chat now: the bot has met them there.
    await scene.core.notifications.recordConversation(ada, {
      conversationId: 'a:ada',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      place: undefined,
      left: false,
    });
    await scene.answer(await joined('Di'), await scene.ask(ada, communityId, `${TITLE} III`));
    await scene.deliver();
    expect(tried).toBe(1);
  });

  it('begins a chat where the bot has never met them, and remembers it', async () => {
    const eve = await scene.person('Eve');
    await db()
      .insertInto('account')
      .values({ key: 'entra:tenant:eve-object', person_id: eve.personId, label: 'eve', linked_at: scene.clock.now() })
      .execute();
    await value(scene.core.communities.joinCommunity(eve, { communityId }));
    await value(scene.core.trust.acknowledgeConduct(eve, { communityId }));
    scene.answers(() => ({ outcome: 'sent', conversationId: 'a:new' }));
    await scene.answer(ada, await scene.ask(eve, communityId, TITLE));
    await scene.deliver();

    expect(scene.sent[0]?.to).toMatchObject({ objectId: 'eve-object', conversationId: undefined });
    await scene.answer(ada, await scene.ask(eve, communityId, `${TITLE} II`));
    await scene.deliver();
    expect(scene.sent[1]?.to).toMatchObject({ conversationId: 'a:new' });
  });

  it('to somebody without an account in Teams says so', async () => {
    const eve = await scene.person('Eve');
    await value(scene.core.communities.joinCommunity(eve, { communityId }));
    await value(scene.core.trust.acknowledgeConduct(eve, { communityId }));
    await scene.answer(ada, await scene.ask(eve, communityId, TITLE));
    await scene.deliver();

    expect(await scene.states()).toEqual({ failed: 1 });
  });

  it('is forgotten after a month, and what waits is not', async () => {
    await one();
    await scene.deliver();
    scene.clock.pass(31);
    await scene.answer(await joined('Cy'), await scene.ask(ada, communityId, `${TITLE} II`));
    await scene.settle();
    await scene.run('sweep', {});
    expect(await scene.states()).toEqual({ queued: 1 });
  });
});
