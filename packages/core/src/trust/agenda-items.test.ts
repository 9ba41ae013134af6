import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { aGatheringScene, type GatheringScene } from '../testing/gathering-scene.ts';
import type { ModerateInput } from './contract.ts';

const db = testDatabase();
let scene: GatheringScene;
let ana: Actor; // coordinates
let ben: Actor; // wrote it
let cem: Actor; // a colleague who is no member
let gus: Actor; // a guest
let occurrenceId: string;
let id: string;

beforeEach(async () => {
  scene = await aGatheringScene(db());
  ({ ana, ben, cem, gus } = scene);
  occurrenceId = (await scene.schedule(ana)).id;
  id = (await scene.addItem(ben, occurrenceId, 'Who is to blame?')).agenda[0]!.id;
});

const subject = () => ({ kind: 'agenda-item', id }) as const;
const report = (who: Actor) => scene.core.trust.report(who, { subject: subject(), reason: 'unkind' });
const moderate = (who: Actor, action: ModerateInput['action']) =>
  scene.core.trust.moderate(who, { subject: subject(), action, reason: 'We blame nobody.' });
const agendaFor = async (who: Actor) =>
  (await scene.see(who, occurrenceId)).agenda.map(({ text, hidden }) => `${text}${hidden ? ' (hidden)' : ''}`);

it('an item of an agenda can be reported by whoever sees it, but by its author or a guest who does not', async () => {
  expect(await report(cem)).toEqual({ ok: true, value: { reported: true } });
  expect(await report(ben)).toEqual({ ok: false, reason: 'own-item' });
  expect(await report(gus)).toEqual({ ok: false, reason: 'no-such-item' });
  const may = async (who: Actor) => (await scene.see(who, occurrenceId)).agenda[0]!.abilities;
  expect(await may(cem)).toEqual({ remove: false, report: true, moderate: false });
  expect(await may(ben)).toEqual({ remove: true, report: false, moderate: false });
  expect(await may(ana)).toEqual({ remove: true, report: true, moderate: true });
});

it('stewards see the report with the words and the gathering', async () => {
  await report(cem);
  const { items } = await scene.value(scene.core.trust.listReports(ana, { communityId: scene.communityId, limit: 20 }));
  expect(items).toMatchObject([
    {
      subject: subject(),
      title: 'Welding round',
      excerpt: 'Who is to blame?',
      author: { person: { name: 'Ben Adeyemi' } },
      link: { kind: 'gathering', id: occurrenceId },
    },
  ]);
});

it('what a steward hides is for stewards and its author, until it is restored', async () => {
  expect(await moderate(cem, 'hide')).toEqual({ ok: false, reason: 'not-allowed' });
  await scene.value(moderate(ana, 'hide'));
  expect(await agendaFor(cem)).toEqual([]);
  expect(await agendaFor(ben)).toEqual(['Who is to blame? (hidden)']);
  expect(await agendaFor(ana)).toEqual(['Who is to blame? (hidden)']);
  expect(await report(cem)).toEqual({ ok: false, reason: 'no-such-item' });
  await scene.value(moderate(ana, 'restore'));
  expect(await agendaFor(cem)).toEqual(['Who is to blame?']);
});
