import { readFileSync } from 'node:fs';
import { bundle } from '@copse/core/bundle';
import { describe, expect, it } from 'vitest';
import { atlassianAccount, entraAccount, people } from './organisation.ts';

const sample = bundle.parse(JSON.parse(readFileSync(new URL('../sample/organisation.json', import.meta.url), 'utf8')));

describe('the sample organisation', () => {
  it.each(people)('knows $name by the account that the issuer signs for', (person) => {
    const known = sample.people?.find(({ externalId }) => externalId === person.key);
    expect(known).toMatchObject({ name: person.name, timeZone: person.timeZone, guest: person.part === 'guest' });
    expect(known?.accounts).toContain(entraAccount(person));
    for (const account of known?.accounts ?? []) {
      expect([entraAccount(person), atlassianAccount(person)]).toContain(account);
    }
  });

  it('leaves the newcomer something to link', () => {
    expect(sample.people?.find(({ externalId }) => externalId === 'tomas')?.accounts).toHaveLength(1);
  });

  it('shows every archetype, every stage and every state of a practice', () => {
    const kinds = (values: readonly string[] | undefined) => new Set(values).size;
    expect(kinds(sample.communities?.map(({ archetype }) => archetype))).toBe(6);
    expect(kinds(sample.communities?.map(({ stage }) => stage))).toBe(6);
    expect(kinds(sample.practices?.map(({ life }) => life))).toBe(6);
  });

  it('names only people and communities that it holds', () => {
    const held = new Set(sample.people?.map(({ externalId }) => externalId));
    const named = (sample.practices ?? []).flatMap(({ owner, credits, endorsements, adoptions }) => [
      owner,
      ...credits.map(({ person }) => person),
      ...endorsements.map(({ person }) => person),
      ...adoptions.map(({ by }) => by),
    ]);
    const members = (sample.memberships ?? []).map(({ person }) => person);
    expect([...named, ...members].filter((key) => !held.has(key))).toEqual([]);
  });

  it('has questions of every kind: open, answered, solved, and one without a name', () => {
    const { questions = [], answers = [] } = sample;
    const answered = new Set(answers.map(({ question }) => question));
    expect(questions.filter(({ externalId }) => !answered.has(externalId))).toHaveLength(1);
    expect(questions.filter(({ acceptedAnswer }) => acceptedAnswer)).toHaveLength(3);
    expect(questions.filter(({ anonymous }) => anonymous)).toHaveLength(1);
    const members = new Set(sample.memberships?.map(({ community, person }) => `${community} ${person}`));
    const places = new Map(questions.map(({ externalId, community }) => [externalId, community]));
    const strangers = [
      ...questions.map(({ community, by }) => by && `${community} ${by}`),
      ...answers.map(({ question, by }) => `${places.get(question)} ${by}`),
    ].filter((written) => written && !members.has(written));
    expect(strangers).toEqual([]);
  });

  it('lets nobody endorse what they wrote', () => {
    const own = (sample.practices ?? []).filter(({ owner, credits, endorsements }) => {
      const authors = [owner, ...credits.filter(({ credit }) => credit === 'author').map(({ person }) => person)];
      return endorsements.some(({ person }) => authors.includes(person));
    });
    expect(own.map(({ title }) => title)).toEqual([]);
  });
});
