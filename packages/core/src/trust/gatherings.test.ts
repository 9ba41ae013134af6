import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import type { ModerateInput, ReportInput } from './contract.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let ben: Actor; // a member
let cem: Actor; // a colleague who is no member
let dora: Actor; // a facilitator, who scheduled it and wrote the recap
let gus: Actor; // a guest
let occurrenceId: string;
let gatheringId: string;

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben, cem, gus } = scene);
  dora = await scene.member('Dora Eck');
  const { communityId } = scene;
  await scene.value(
    scene.core.communities.grantRole(ana, { communityId, personId: dora.personId, role: 'facilitator' }),
  );
  const planned = await scene.schedule(dora, { title: 'Who is to blame', rule: 'FREQ=WEEKLY;COUNT=3' });
  ({ id: occurrenceId, gatheringId } = planned);
  await scene.change(dora, await scene.see(dora, planned.later[0]!.id), { title: 'Blame the night shift' });
});

type Subject = ReportInput['subject'];
const text = (): Subject => ({ kind: 'gathering', id: gatheringId });
const recap = (): Subject => ({ kind: 'recap', id: occurrenceId });
const report = (who: Actor, subject: Subject) => scene.core.trust.report(who, { subject, reason: 'unkind' });
const moderate = (who: Actor, subject: Subject, action: ModerateInput['action']) =>
  scene.core.trust.moderate(who, { subject, action, reason: 'We blame nobody.' });
const reported = async () =>
  (await scene.value(scene.core.trust.listReports(ana, { communityId: scene.communityId, limit: 20 }))).items;
const writeRecap = (who: Actor) =>
  scene.core.gatherings.writeRecap(who, { occurrenceId, recap: 'Ben broke it.', outcomes: ['Ben pays'] });
const feedOf = async (who: Actor) => {
  const { path } = await scene.value(scene.core.gatherings.issueCalendar(who, {}));
  const secret = path.slice('/calendars/'.length, -'.ics'.length);
  const read = scene.core.gatherings.readCalendar({ secret, pageOf: (id) => `/${id}`, has: () => false });
  return (await scene.value(read)).file ?? '';
};
const invitationOf = (who: Actor) =>
  scene.value(scene.core.gatherings.seeInvitation(who, { occurrenceId, page: 'https://copse.example/1' }));

const HIDDEN = 'Title hidden by a steward';

describe('what a gathering says about itself', () => {
  it('can be reported by whoever sees it, but by whoever scheduled it or a guest who does not', async () => {
    expect(await report(cem, text())).toEqual({ ok: true, value: { reported: true } });
    expect(await report(dora, text())).toEqual({ ok: false, reason: 'own-item' });
    expect(await report(gus, text())).toEqual({ ok: false, reason: 'no-such-item' });
    const may = async (who: Actor) => {
      const { abilities } = await scene.see(who, occurrenceId);
      return [abilities.report, abilities.moderate];
    };
    expect([await may(cem), await may(dora), await may(ana)]).toEqual([
      [true, false],
      [false, false],
      [true, true],
    ]);
  });

  it('comes to the stewards with the titles of single dates, and leads to its next date', async () => {
    await report(cem, text());
    scene.clock.pass(2);
    const next = (await scene.list(ana)).items[0]!.id;
    expect(next).not.toBe(occurrenceId);
    expect(await reported()).toMatchObject([
      {
        subject: text(),
        title: 'Who is to blame',
        excerpt: 'Blame the night shift Bring your questions.',
        author: { person: { name: 'Dora Eck' } },
        link: { kind: 'gathering', id: next },
      },
    ]);
  });

  it('is shown to nobody but whoever scheduled it and the stewards once it is hidden, until it is restored', async () => {
    expect(await moderate(dora, text(), 'hide')).toEqual({ ok: false, reason: 'not-allowed' });
    await scene.value(moderate(ana, text(), 'hide'));
    for (const who of [ana, ben, cem, dora]) {
      expect(await scene.see(who, occurrenceId)).toMatchObject({
        title: HIDDEN,
        hidden: true,
        description: '',
        series: { title: HIDDEN },
      });
      const { items } = await scene.list(who);
      expect(new Set(items.map(({ title }) => title))).toEqual(new Set([HIDDEN]));
    }
    const written = {
      title: 'Who is to blame',
      seriesTitle: 'Who is to blame',
      description: 'Bring your **questions**.',
    };
    expect((await scene.see(ana, occurrenceId)).withheld?.text).toEqual(written);
    expect((await scene.see(dora, occurrenceId)).withheld?.text).toEqual(written);
    for (const who of [ben, cem]) expect(JSON.stringify(await scene.see(who, occurrenceId))).not.toMatch(/blame/iu);
    expect(await report(cem, text())).toEqual({ ok: false, reason: 'no-such-item' });
    await scene.value(moderate(ana, text(), 'restore'));
    expect(await scene.see(cem, occurrenceId)).toMatchObject({ title: 'Who is to blame', hidden: false });
  });

  it('is in no calendar and no invitation while it is hidden, and calendars take that as a new version', async () => {
    const sequence = (file: string) => Number(/SEQUENCE:(\d+)/u.exec(file)?.[1]);
    const before = await feedOf(dora);
    expect(before).toMatch(/blame/iu);
    await scene.value(moderate(ana, text(), 'hide'));
    const after = await feedOf(dora);
    expect(after).toContain(`SUMMARY:${HIDDEN}`);
    expect(after).not.toMatch(/blame|questions/iu);
    expect(sequence(after)).toBeGreaterThan(sequence(before));
    expect(Object.values(await invitationOf(dora)).join(' ')).not.toMatch(/blame|questions/iu);
  });

  it('stays hidden when it is written anew', async () => {
    await scene.value(moderate(ana, text(), 'hide'));
    const date = await scene.see(dora, occurrenceId);
    await scene.edit(dora, date, { title: 'What we learned' });
    expect(await scene.see(ben, occurrenceId)).toMatchObject({ title: HIDDEN });
    expect((await scene.see(dora, occurrenceId)).withheld?.text).toMatchObject({ title: 'What we learned' });
  });
});

describe('what came of a gathering', () => {
  beforeEach(async () => {
    scene.clock.pass(1);
    await scene.value(writeRecap(dora));
  });

  it('can be reported like the rest, once there is something', async () => {
    const later = (await scene.list(ana)).items.at(-1)!.id;
    expect(await report(cem, { kind: 'recap', id: later })).toEqual({ ok: false, reason: 'no-such-item' });
    expect(await report(dora, recap())).toEqual({ ok: false, reason: 'own-item' });
    expect(await report(cem, recap())).toMatchObject({ ok: true });
    expect(await reported()).toMatchObject([
      { subject: recap(), excerpt: 'Ben broke it. Ben pays', link: { kind: 'gathering', id: occurrenceId } },
    ]);
  });

  it('is shown to nobody but its author and the stewards once it is hidden, until it is restored', async () => {
    await scene.value(moderate(ana, recap(), 'hide'));
    for (const who of [ana, ben, dora]) {
      const seen = await scene.see(who, occurrenceId);
      expect(seen).toMatchObject({ recapHidden: true, hasRecap: false, outcomes: [], title: 'Who is to blame' });
      expect(seen.recap ?? seen.recapBy).toBeUndefined();
    }
    const written = { recap: 'Ben broke it.', outcomes: ['Ben pays'] };
    expect((await scene.see(ana, occurrenceId)).withheld).toEqual({ recap: written });
    expect((await scene.see(dora, occurrenceId)).withheld).toEqual({ recap: written });
    expect(JSON.stringify(await scene.see(ben, occurrenceId))).not.toMatch(/broke|pays/iu);
    await scene.value(moderate(ana, recap(), 'restore'));
    expect(await scene.see(ben, occurrenceId)).toMatchObject({ ...written, recapHidden: false, hasRecap: true });
  });

  it('is written over by nobody from whom it is hidden', async () => {
    const { communityId } = scene;
    const role = 'facilitator';
    await scene.value(scene.core.communities.grantRole(ana, { communityId, personId: ben.personId, role }));
    expect((await scene.see(ben, occurrenceId)).abilities.writeRecap).toBe(true);
    await scene.value(moderate(ana, recap(), 'hide'));
    expect((await scene.see(ben, occurrenceId)).abilities.writeRecap).toBe(false);
    expect(await writeRecap(ben)).toEqual({ ok: false, reason: 'not-allowed' });
    expect((await scene.value(writeRecap(dora))).recapHidden).toBe(true);
  });
});
