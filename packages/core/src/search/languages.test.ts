import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { testDatabase } from '../testing/database.ts';
import { value } from '../testing/linked-scene.ts';
import { aSearchScene, type SearchScene } from '../testing/search-scene.ts';
import { languages } from './language.ts';
import { languageOf } from './language-of.ts';

const db = testDatabase();
let scene: SearchScene;
let ada: Actor;
let guild: string;

beforeEach(async () => {
  scene = await aSearchScene(db());
  ({ ada } = scene);
  ({ id: guild } = await scene.found(ada, 'Guild of screens'));
});

const GERMAN = {
  title: 'Überschriften zuerst prüfen',
  context: 'Für Seiten, die mit einem Bildschirmleser gelesen werden.',
  body: 'Wir gehen die Straße der Überschriften hinunter und hören, ob die Reihenfolge stimmt.',
};
const FRENCH = {
  title: 'Rendre les tableaux accessibles',
  context: 'Pour tous ceux qui écoutent une page au lieu de la regarder.',
  body: 'Chaque cellule est annoncée avec les en-têtes de sa colonne et de sa ligne.',
};
const POLISH = {
  title: 'Sprawdzanie nagłówków',
  context: 'Dla osób, które słuchają strony zamiast na nią patrzeć.',
  body: 'Każdy nagłówek powinien mówić, co jest pod nim, a kolejność musi być właściwa.',
};

describe('the language of a text', () => {
  it.each([
    [`${GERMAN.title}\n${GERMAN.body}`, 'german'],
    [`${FRENCH.title}\n${FRENCH.body}`, 'french'],
    [`${POLISH.title}\n${POLISH.body}`, 'simple'],
    ['Caption every recorded demo before it is shared', 'english'],
    ['CrashLoopBackOff', 'english'],
    ['', 'english'],
  ])('of “%s” is %s', async (text, language) => {
    expect(await languageOf(text)).toBe(language);
  });

  it.each(languages)('%s is one that PostgreSQL knows the words of', async (language) => {
    const { rows } = await sql<{ words: string }>`
      SELECT to_tsvector(${`copse_${language}`}::regconfig, 'Ärger 2026 Äpfel')::text AS words`.execute(db());
    expect(rows[0]?.words).toContain("'2026'");
  });
});

describe('a search in an organisation of several languages', () => {
  const titles = (q: string) => scene.titles(ada, q, { kind: 'practice' });
  beforeEach(async () => {
    for (const { title, ...texts } of [GERMAN, FRENCH, POLISH]) await scene.propose(ada, guild, title, texts);
    await scene.propose(ada, guild, 'Check headings first', { body: 'Walk through the headings in order.' });
    await scene.indexed();
  });

  it.each([
    // Another form of the word than is written there, with its accents or without.
    ['Überschrift', GERMAN.title],
    ['uberschrift', GERMAN.title],
    ['Bildschirmlesern', GERMAN.title],
    ['Strassen', GERMAN.title],
    ['tableau accessible', FRENCH.title],
    ['annoncer', FRENCH.title],
    ['heading', 'Check headings first'],
    // Words that say nothing in the language are not asked for.
    ['die Überschriften einer Seite', GERMAN.title],
    ['für welche Überschriften', GERMAN.title],
    // Without a stemmer, as it is written.
    ['nagłówek', POLISH.title],
    ['naglowkow', POLISH.title],
  ])('finds “%s”', async (q, title) => {
    expect(await titles(q)).toEqual([title]);
  });

  it('marks the forms of the words in title and passage', async () => {
    const marksOf = (pieces: readonly { text: string; match: boolean }[]) =>
      pieces.filter(({ match }) => match).map(({ text }) => text);
    const [hit] = (await scene.search(ada, 'Überschrift', { kind: 'practice' })).items;

    expect(marksOf(hit?.markedTitle ?? [])).toEqual(['Überschriften']);
    expect(hit?.markedTitle.map(({ text }) => text).join('')).toBe(GERMAN.title);
    expect(marksOf(hit?.snippet ?? [])).toEqual(['Überschriften']);
  });

  it('finds what has a typing error in it', async () => {
    expect(await titles('Überschirften')).toEqual([GERMAN.title]);
  });

  it('finds practices in their list by the same words', async () => {
    const query = { q: 'Bildschirmlesern', limit: 5 };
    const { items } = await value(scene.core.practices.listPractices(ada, query));
    expect(items.map(({ title }) => title)).toEqual([GERMAN.title]);
  });

  it('looks for nothing where only is said what must not occur', async () => {
    expect(await titles('-Überschriften')).toEqual([]);
  });
});

it('a first text in another language is found as soon as its words are known', async () => {
  await scene.propose(ada, guild, 'Check headings first', { body: 'Walk through the headings in order.' });
  await scene.indexed();
  expect(await scene.titles(ada, 'Bildschirmlesern')).toEqual([]);
  const { title, ...texts } = GERMAN;
  await scene.propose(ada, guild, title, texts);
  await scene.indexed();
  scene.clock.pass(2 / 86_400);
  expect(await scene.titles(ada, 'Bildschirmlesern')).toEqual([title]);
});
