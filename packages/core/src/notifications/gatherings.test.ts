import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aMeeting } from '../testing/gathering-scene.ts';
import { aNoticeScene, type NoticeScene } from '../testing/notice-scene.ts';
import { value } from '../testing/linked-scene.ts';

const db = testDatabase();
let scene: NoticeScene;
let ana: Actor; // coordinates
let ben: Actor;
let cem: Actor;
let communityId: string;

const schedule = (given = {}) => scene.schedule(ana, communityId, given);
const answer = (who: Actor, occurrenceId: string, said: 'going' | 'maybe' | 'not-going' = 'going') =>
  value(scene.core.gatherings.answerGathering(who, { occurrenceId, answer: said }));
/** Lets the clock go on to a moment, minute by minute around it, with all that is done by it. */
async function until(moment: string) {
  scene.clock.pass((Date.parse(moment) - scene.clock.now().getTime()) / 86_400_000);
  await scene.run('look', {});
  await scene.deliver();
}

beforeEach(async () => {
  scene = await aNoticeScene(db());
  ana = await scene.reached('Ana');
  ben = await scene.reached('Ben');
  cem = await scene.reached('Cem');
  communityId = await scene.community(ana, 'Welders', [ben, cem]);
  for (const who of [ben, cem]) await scene.prefer(who, { 'new-gathering': 'never' });
  await scene.deliver();
  scene.sent.length = 0;
});

describe('a reminder', () => {
  it('comes an hour before, on the clock of whoever reads it, to those who come or may come, once', async () => {
    await scene.core.identity.editProfile(cem, {
      timeZone: 'Asia/Kathmandu',
      workingHours: { days: [3], from: '10:00', to: '23:00' },
    });
    const { id } = await schedule();
    await answer(ben, id);
    await answer(cem, id, 'maybe');
    await answer(ana, id, 'not-going');
    await until('2026-03-04T12:55:00Z');
    expect(scene.lines()).toEqual([]);
    await until('2026-03-04T13:00:30Z');
    await until('2026-03-04T13:02:00Z');
    await until('2026-03-04T13:30:00Z');
    expect(scene.lines().toSorted()).toEqual([
      'a:ben: Soon: “Round”: Wed 4 Mar, 15:00 CET',
      'a:cem: Soon: “Round”: Wed 4 Mar, 19:45 GMT+5:45',
    ]);
  });

  it('comes at the end of the last working hours, where it is early', async () => {
    const { id } = await schedule({ startsLocal: '2026-03-05T06:00', endsLocal: '2026-03-05T07:00' });
    await answer(ben, id);
    await until('2026-03-04T15:30:00Z');
    expect(scene.lines()).toEqual([]);
    await until('2026-03-04T15:50:00Z');
    expect(scene.lines().toSorted()).toEqual([
      'a:ana: Soon: “Round”: Thu 5 Mar, 06:00 CET',
      'a:ben: Soon: “Round”: Thu 5 Mar, 06:00 CET',
    ]);
  });

  it('does not come to who no longer comes, nor of what was called off or has just been said', async () => {
    const one = await schedule();
    const other = await schedule({ title: 'Other' });
    await answer(ben, one.id);
    await answer(ben, one.id, 'not-going');
    await answer(cem, other.id);
    await value(scene.core.gatherings.cancelDate(ana, { occurrenceId: other.id }));
    await until('2026-03-04T12:30:00Z');
    scene.sent.length = 0;
    await answer(ana, one.id);
    await until('2026-03-04T13:10:00Z');
    expect(scene.lines()).toEqual([]);
  });
});

describe('whoever comes is told', () => {
  it('that it is called off; whoever does not come is not', async () => {
    const { id } = await schedule();
    await answer(ben, id);
    await answer(cem, id, 'not-going');
    await value(scene.core.gatherings.cancelDate(ana, { occurrenceId: id, reason: 'A holiday' }));
    await scene.deliver();
    await scene.deliver();
    expect(scene.lines()).toEqual(['a:ben: Called off: “Round”: Wed 4 Mar, 15:00 CET']);
  });

  it('once, that a whole series is called off', async () => {
    const first = await schedule({ rule: 'FREQ=WEEKLY;COUNT=3' });
    await answer(ben, first.id);
    await answer(cem, first.later[1]!.id, 'maybe');
    await answer(ben, first.later[0]!.id);
    await value(scene.core.gatherings.cancelGathering(ana, { gatheringId: first.gatheringId }));
    await scene.deliver();
    expect(scene.lines().toSorted()).toEqual([
      'a:ben: Called off with all its dates to come: “Round”',
      'a:cem: Called off with all its dates to come: “Round”',
    ]);
  });

  it('that it has a new time, and is reminded by that', async () => {
    const first = await schedule();
    await answer(ana, first.id, 'not-going');
    await answer(ben, first.id);
    const move = { occurrenceId: first.id, ifRevision: 1, startsLocal: '2026-03-05T15:00' };
    await value(scene.core.gatherings.changeDate(ana, move));
    await scene.deliver();
    await until('2026-03-04T13:30:00Z');
    await until('2026-03-05T13:01:00Z');
    expect(scene.lines()).toEqual([
      'a:ben: “Round” has a new time or place: Thu 5 Mar, 15:00 CET',
      'a:ben: Soon: “Round”: Thu 5 Mar, 15:00 CET',
    ]);
  });

  it('that it takes longer', async () => {
    const first = await schedule();
    await answer(ben, first.id);
    const longer = { occurrenceId: first.id, ifRevision: 1, endsLocal: '2026-03-04T18:00' };
    await value(scene.core.gatherings.changeDate(ana, longer));
    await scene.deliver();
    expect(scene.lines()).toEqual(['a:ben: “Round” has a new time or place: Wed 4 Mar, 15:00 CET']);
  });

  it('that all dates are somewhere else, also where that is a link; of a new title nobody is', async () => {
    const first = await schedule({ rule: 'FREQ=WEEKLY;COUNT=3' });
    const { gatheringId } = first;
    await answer(ben, first.later[1]!.id);
    const edit = (given: object) => value(scene.core.gatherings.editGathering(ana, { gatheringId, ...given }));
    await edit({ title: 'Big round' });
    await scene.deliver();
    expect(scene.lines()).toEqual([]);
    await edit({ venue: 'Hall 2' });
    await scene.deliver();
    expect(scene.lines()).toEqual(['a:ben: “Big round” has a new time or place: Wed 4 Mar, 15:00 CET']);
    scene.sent.length = 0;
    await edit({ meetingUrl: 'https://meet.example/round' });
    await scene.deliver();
    expect(scene.lines()).toHaveLength(1);
  });

  it('that it is called off, though all that they do is host it', async () => {
    const { id } = await schedule({ hostIds: [cem.personId] });
    await scene.deliver();
    scene.sent.length = 0;
    await value(scene.core.gatherings.cancelDate(ana, { occurrenceId: id }));
    await scene.deliver();
    expect(scene.lines()).toEqual(['a:cem: Called off: “Round”: Wed 4 Mar, 15:00 CET']);
  });

  it('that they are a host, by somebody else', async () => {
    await schedule({ hostIds: [ana.personId, cem.personId], rotates: true, rule: 'FREQ=WEEKLY;COUNT=3' });
    await scene.deliver();
    expect(scene.lines()).toEqual(['a:cem: You are a host of “Round”']);
  });

  it('that they are a host of a series that runs, whoever was none before, by somebody else', async () => {
    const { gatheringId } = await schedule({ hostIds: [cem.personId], rule: 'FREQ=WEEKLY;COUNT=3' });
    await scene.deliver();
    scene.sent.length = 0;
    const hostIds = [ana, ben, cem].map(({ personId }) => personId);
    await value(scene.core.gatherings.editGathering(ana, { gatheringId, hostIds, rotates: true, title: 'Circle' }));
    await scene.deliver();
    expect(scene.lines()).toEqual([
      'a:ben: You are a host of “Circle”',
      'a:cem: You host other dates of “Circle” than before',
    ]);
  });

  it('that they host this date now, unless they took it over themselves', async () => {
    const { id } = await schedule();
    const host = (hostId: string, who = ana) =>
      value(scene.core.gatherings.changeDate(who, { occurrenceId: id, hostId }));
    await scene.deliver();
    await host(cem.personId);
    await scene.deliver();
    expect(scene.lines()).toEqual(['a:cem: You host “Round”: Wed 4 Mar, 15:00 CET']);
    scene.sent.length = 0;
    await host(ana.personId);
    await scene.deliver();
    expect(scene.lines()).toEqual([]);
  });

  it('that there is a place', async () => {
    const { id } = await schedule({ capacity: 1 });
    await answer(ben, id);
    await answer(cem, id);
    await answer(ben, id, 'not-going');
    await scene.deliver();
    expect(scene.lines()).toEqual(['a:cem: There is a place for you: “Round”: Wed 4 Mar, 15:00 CET']);
  });

  it('what came of it, once, though it is written anew', async () => {
    const { id } = await schedule();
    await answer(ben, id);
    scene.clock.pass(2.25);
    const recap = { occurrenceId: id, recap: 'We agreed.', outcomes: [] };
    await value(scene.core.gatherings.noteAttendance(cem, { occurrenceId: id }));
    await value(scene.core.gatherings.writeRecap(ana, recap));
    await value(scene.core.gatherings.writeRecap(ana, { ...recap, recap: 'We agreed on argon.' }));
    await scene.deliver();
    expect(scene.lines().toSorted()).toEqual(['a:ben: What came of “Round”', 'a:cem: What came of “Round”']);
  });
});

it('members hear of a new gathering when they want to, and whoever scheduled it does not', async () => {
  await scene.prefer(ben, { 'new-gathering': 'now' });
  await schedule();
  await scene.deliver();
  expect(scene.lines()).toEqual(['a:ben: New gathering “Round”: Wed 4 Mar, 15:00 CET']);
});

it('of series that take turns one hears once, as a member and as a host', async () => {
  await scene.prefer(ben, { 'new-gathering': 'now' });
  const turns = ['07', '18'].map((hour) => ({
    startsLocal: `2026-03-04T${hour}:00`,
    endsLocal: `2026-03-04T${hour}:45`,
  }));
  const given = { ...aMeeting, communityId, title: 'Round', description: '', rule: 'FREQ=WEEKLY', turns };
  await value(scene.core.gatherings.scheduleRotation(ana, { ...given, hostIds: [cem.personId] }));
  await scene.deliver();
  expect(scene.lines().toSorted()).toEqual([
    'a:ben: New gathering “Round (turn 1 of 2)”: Wed 4 Mar, 07:00 CET',
    'a:cem: You are a host of “Round (turn 1 of 2)”',
  ]);
});
