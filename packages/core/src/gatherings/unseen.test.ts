import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let ben: Actor; // member
let cem: Actor; // colleague, no member
let gus: Actor; // a partner's guest
let dan: Actor; // member
let eva: Actor; // member

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben, cem, gus } = scene);
  dan = await scene.member('Dan');
  eva = await scene.member('Eva');
});

const leave = async (who: Actor) => {
  await scene.value(scene.core.communities.leaveCommunity(who, { communityId: scene.communityId }));
  await scene.relay();
};
const movedUp = async () => {
  const rows = await db().selectFrom('outbox').select('payload').where('type', '=', 'rsvp.moved-up').execute();
  return rows.map(({ payload }) => (payload as { personId?: string }).personId);
};

describe('a place that somebody may no longer see', () => {
  it('goes to whoever has waited longest and may, when they leave the community', async () => {
    const { id } = await scene.schedule(ana, { visibility: 'members', capacity: 1, rule: 'FREQ=WEEKLY;COUNT=2' });
    for (const who of [ben, dan, eva]) await scene.answer(who, id, 'going');
    await leave(dan);
    expect(await scene.see(eva, id)).toMatchObject({ myStanding: 'waiting', myPlace: 1, waiting: 1 });
    await leave(ben);
    expect(await scene.see(eva, id)).toMatchObject({ myStanding: 'going', going: 1, waiting: 0 });
    expect(await movedUp()).toEqual([eva.personId]);
  });

  it('goes on when they are removed', async () => {
    const { id } = await scene.schedule(ana, { visibility: 'members', capacity: 1 });
    for (const who of [ben, dan]) await scene.answer(who, id, 'going');
    const { communityId } = scene;
    await scene.value(scene.core.communities.removeMember(ana, { communityId, personId: ben.personId }));
    await scene.relay();
    expect(await scene.see(dan, id)).toMatchObject({ myStanding: 'going', going: 1, waiting: 0 });
    expect(await movedUp()).toEqual([dan.personId]);
  });

  it('goes on when the community is by invitation from now on', async () => {
    const { id } = await scene.schedule(ana, { capacity: 1 });
    for (const who of [cem, ben]) await scene.answer(who, id, 'going');
    const { communityId } = scene;
    await scene.value(scene.core.communities.editCommunity(ana, { communityId, visibility: 'by-invitation' }));
    await scene.relay();
    expect(await scene.see(ben, id)).toMatchObject({ myStanding: 'going', going: 1, waiting: 0 });
    expect(await movedUp()).toEqual([ben.personId]);
  });

  it('goes on at once when the gathering is for members, or no longer for partners', async () => {
    const one = await scene.schedule(ana, { visibility: 'partners', capacity: 1 });
    for (const who of [gus, cem, ben]) await scene.answer(who, one.id, 'going');
    const inside = await scene.edit(ana, one, { visibility: 'organisation' });
    expect(inside).toMatchObject({ going: 1, waiting: 1 });
    expect(await scene.see(cem, one.id)).toMatchObject({ myStanding: 'going' });
    expect(await scene.edit(ana, inside, { visibility: 'members' })).toMatchObject({ going: 1, waiting: 0 });
    expect(await scene.see(ben, one.id)).toMatchObject({ myStanding: 'going' });
    expect(await movedUp()).toEqual([cem.personId, ben.personId]);
  });

  it('is kept by whoever leaves and still sees it, and of what has been', async () => {
    const open = await scene.schedule(ana, { capacity: 1 });
    const past = await scene.schedule(ana, { visibility: 'members' });
    const later = await scene.schedule(ana, { rule: 'FREQ=WEEKLY;COUNT=2' });
    for (const { id } of [open, past, later]) await scene.answer(ben, id, 'going');
    await leave(ben);
    expect(await scene.see(ben, open.id)).toMatchObject({ myStanding: 'going' });
    scene.clock.pass(2);
    await scene.edit(ana, later, { visibility: 'members' });
    expect(await scene.see(ana, later.id)).toMatchObject({ going: 1 });
  });

  it('is one for one where several leave and others answer at the same moment', async () => {
    const { id } = await scene.schedule(ana, { visibility: 'members', capacity: 3 });
    const crowd = await Promise.all(Array.from({ length: 16 }, (_, at) => scene.member(`Person ${at}`)));
    const early = crowd.slice(0, 8);
    for (const who of early) await scene.answer(who, id, 'going');
    await Promise.all([
      ...early.slice(0, 5).map((who) => leave(who)),
      ...crowd.slice(8).map((who) => scene.answer(who, id, 'going')),
    ]);
    await scene.relay();
    const rows = await db().selectFrom('rsvp').select(['person_id', 'standing']).orderBy('place').execute();
    expect(rows).toHaveLength(11);
    expect(rows.map(({ standing }) => standing)).toEqual([...Array(3).fill('going'), ...Array(8).fill('waiting')]);
    expect(rows.slice(0, 3).map(({ person_id }) => person_id)).toEqual(early.slice(5).map((who) => who.personId));
  });
});

describe('a host who may no longer see it', () => {
  const names = async () =>
    (await scene.list(ana)).items.map(({ hosts }) => hosts.map(({ name }) => name.split(' ')[0]).join(' & '));
  const told = async () => {
    const rows = await db()
      .selectFrom('outbox')
      .select('payload')
      .where('type', '=', 'gathering.turns-changed')
      .execute();
    return rows.map(({ payload }) => (payload as { hostId?: string }).hostId);
  };
  const hostsAdded = async () => {
    const rows = await db().selectFrom('outbox').select('payload').where('type', '=', 'gathering.host-added').execute();
    return rows.map(({ payload }) => (payload as { hostId?: string }).hostId);
  };
  const series = { rule: 'FREQ=WEEKLY;COUNT=4', rotates: true } as const;

  it('gives up the turns to come when they leave, and the others are told; what they hosted stays theirs', async () => {
    const hostIds = [ben, dan, eva].map(({ personId }) => personId);
    const first = await scene.schedule(ana, { ...series, visibility: 'members', hostIds });
    scene.clock.pass(2);
    await leave(ben);
    expect(await names()).toEqual(['Dan', 'Eva', 'Dan']);
    expect((await scene.see(ana, first.id)).hosts).toMatchObject([{ name: 'Ben Adeyemi' }]);
    expect(await scene.sees(ben, first.id)).toBe(false);
    expect(await told()).toEqual([dan.personId]);
  });

  it('is none any more when they are removed, with a place that they had', async () => {
    const hostIds = [ben, ana].map(({ personId }) => personId);
    const { id } = await scene.schedule(ana, { visibility: 'members', hostIds, capacity: 1 });
    for (const who of [ben, dan]) await scene.answer(who, id, 'going');
    const { communityId } = scene;
    await scene.value(scene.core.communities.removeMember(ana, { communityId, personId: ben.personId }));
    await scene.relay();
    expect(await scene.see(dan, id)).toMatchObject({ myStanding: 'going', hosts: [{ name: 'Ana Ortiz' }] });
  });

  it('stays one where they still see it', async () => {
    const hostIds = [ben, ana].map(({ personId }) => personId);
    await scene.schedule(ana, { ...series, hostIds });
    await leave(ben);
    expect(await names()).toEqual(['Ben', 'Ana', 'Ben', 'Ana']);
  });

  it('gives back the date they were put down for, where it is for members now; a host from outside stays', async () => {
    const hostIds = [ana, gus].map(({ personId }) => personId);
    const first = await scene.schedule(ana, { ...series, hostIds });
    await scene.change(ana, first, { hostId: cem.personId });
    expect(await names()).toEqual(['Cem', 'Gus', 'Ana', 'Gus']);
    await scene.edit(ana, await scene.see(ana, first.id), { visibility: 'members' });
    await scene.relay();
    expect(await names()).toEqual(['Ana', 'Gus', 'Ana', 'Gus']);
    expect(await told()).toEqual([ana.personId]);
  });

  it('is followed by a coordinator where nobody else hosts it, who is told; and may not change it any more', async () => {
    const only = await scene.schedule(ana, { visibility: 'members', hostIds: [dan.personId] });
    const { communityId } = scene;
    await scene.value(scene.core.communities.removeMember(ana, { communityId, personId: dan.personId }));
    await scene.relay();
    expect(await scene.see(ana, only.id)).toMatchObject({ hosts: [{ name: 'Ana Ortiz' }] });
    expect(await hostsAdded()).toEqual([ana.personId]);
    const tried = await scene.core.gatherings.changeDate(dan, { occurrenceId: only.id, title: 'Mine' });
    expect(tried).toEqual({ ok: false, reason: 'no-such-gathering' });
  });

  it('goes on to others when they are erased: the turns to the next hosts, all of it to a coordinator', async () => {
    await scene.schedule(ana, { ...series, hostIds: [dan, eva, ben].map(({ personId }) => personId) });
    const only = await scene.schedule(ana, { hostIds: [dan.personId], startsLocal: '2026-03-03T08:00' });
    await scene.value(scene.core.identity.eraseMe(dan, { confirm: 'erase' }));
    await scene.relay();
    expect(await names()).toEqual(['Ana', 'Ben', 'Eva', 'Ben', 'Eva']);
    expect((await scene.see(ana, only.id)).hosts).toMatchObject([{ name: 'Ana Ortiz' }]);
    expect(await hostsAdded()).toEqual([ana.personId]);
    expect(await told()).toEqual(expect.arrayContaining([eva.personId, ben.personId]));
  });
});

describe('what is to come of a community that is closed', () => {
  it('is called off, single dates and series, with a reason; what has been stays, also when it is opened again', async () => {
    const past = await scene.schedule(ana);
    const first = await scene.schedule(ana, { rule: 'FREQ=WEEKLY' });
    scene.clock.pass(2);
    const once = await scene.schedule(ana, { startsLocal: '2026-03-06T10:00', endsLocal: '2026-03-06T11:00' });
    const { communityId } = scene;
    await scene.value(scene.core.communities.closeCommunity(ana, { communityId, reason: 'We have done our work.' }));
    await scene.relay();
    const off = { cancelled: true, cancelReason: 'Its community has ended.' };
    expect(await scene.see(ben, once.id)).toMatchObject(off);
    expect(await scene.see(ben, first.later[0]!.id)).toMatchObject({ ...off, series: { cancelled: true } });
    for (const { id } of [past, first]) expect(await scene.see(ben, id)).toMatchObject({ cancelled: false });
    const rows = await db().selectFrom('outbox').select('type').where('type', '=', 'gathering.cancelled').execute();
    expect(rows).toHaveLength(2);
    await scene.value(scene.core.communities.reopenCommunity(ana, { communityId }));
    await scene.extend();
    expect((await scene.list(ana)).items.filter(({ cancelled }) => !cancelled)).toEqual([]);
  });
});
