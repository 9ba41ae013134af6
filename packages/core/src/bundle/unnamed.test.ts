import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { writingsOf, writingsOfText } from '../testing/dump.ts';
import { aQuestionScene } from '../testing/question-scene.ts';
import { certain } from '../testing/scene.ts';
import { sqlBundleStore } from './index.ts';

const db = testDatabase();

it('a bundle that leaves says nowhere who asked, answered and commented without a name', async () => {
  const scene = await aQuestionScene(db());
  const zoe = await scene.person('Zoë Zephyr-Quill');
  await scene.comeIn(zoe);
  const bundles = sqlBundleStore({ db: db(), newId: () => crypto.randomUUID(), now: scene.clock.now });
  const held = async () => {
    const all: string[] = [];
    for await (const record of bundles.records(zoe.organisationId)) all.push(JSON.stringify(record));
    return all;
  };
  const before = new Set(await held());

  const { questions } = scene.core;
  const { id: questionId } = await scene.ask(zoe, { anonymous: true, title: 'Why do I always break the press?' });
  const { id: theirs } = await scene.ask(scene.ben, { title: 'Who knows the old press?' });
  const answered = await scene.answer(zoe, theirs, 'I do.', true);
  const of = { questionId: theirs, answerId: answered.answers[0]?.id ?? '' };
  certain(await questions.commentOn(zoe, { ...of, text: 'Ask me any time.' }));
  certain(await questions.commentOn(zoe, { questionId, text: 'The old one.' }));
  certain(await questions.haveThisToo(zoe, { questionId: theirs }));
  await scene.relay();

  const after = (await held()).filter((record) => !before.has(record));
  expect(after.filter((record) => record.includes('"anonymous":true')).length).toBe(4);
  const secrets = [...writingsOf(zoe.personId), ...['Zephyr', zoe.account].flatMap(writingsOfText)];
  expect(after.flatMap((record) => secrets.filter((secret) => record.includes(secret)))).toEqual([]);
});
