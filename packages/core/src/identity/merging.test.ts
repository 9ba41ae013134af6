import { describe, expect, it } from 'vitest';
import { atlassianAccount, entraAccount, type PersonId } from '../kernel/ids.ts';
import { aPerson, anAccount } from '../testing/builders.ts';
import { erasePerson, mergePeople } from './merging.ts';
import type { Person } from './person.ts';

const olderId = '01900000-0000-7000-8000-00000000000a' as PersonId;
const newerId = '01900000-0000-7000-8000-00000000000b' as PersonId;
const teams = [anAccount({ key: entraAccount('northwind', 'ada') })];
const confluence = [anAccount({ key: atlassianAccount('cloud-1', 'ada') })];

const older = (given: Partial<Person> = {}) => ({
  person: aPerson({ id: olderId, createdAt: new Date('2026-01-01'), ...given }),
  accounts: teams,
});
const newer = (given: Partial<Person> = {}) => ({
  person: aPerson({ id: newerId, createdAt: new Date('2026-02-01'), ...given }),
  accounts: confluence,
});

const survivorOf = (...sides: Parameters<typeof mergePeople>) => {
  const merged = mergePeople(...sides);
  if (!merged.ok) throw new Error(merged.reason);
  return merged.value.survivor.state;
};

describe('two accounts of one person', () => {
  it.each([
    ['older first', () => mergePeople(older(), newer())],
    ['newer first', () => mergePeople(newer(), older())],
  ])('become who came first, whichever side redeems (%s)', (_which, merge) => {
    expect(merge()).toMatchObject({
      ok: true,
      value: {
        survivor: { state: { id: olderId }, events: [{ personId: newerId, intoPersonId: olderId }] },
        absorbed: { state: { id: newerId, name: '', interests: [] } },
      },
    });
  });

  it('keep what either side has said', () => {
    const survivor = survivorOf(
      older({ interests: ['testing'], languages: ['en'], skills: [{ topic: 'sql', level: 'can-teach' }] }),
      newer({ interests: ['design', 'testing'], languages: ['de'], challenge: 'Flaky tests', affiliation: 'Design' }),
    );

    expect(survivor).toMatchObject({
      interests: ['testing', 'design'],
      languages: ['en', 'de'],
      skills: [{ topic: 'sql', level: 'can-teach' }],
      challenge: 'Flaky tests',
      affiliation: 'Design',
    });
  });

  it('go by the name from Teams, not by the stand-in that Confluence gave', () => {
    const fromConfluence = { ...older({ name: 'Someone from Confluence' }), accounts: confluence };
    const fromTeams = { ...newer({ name: 'Ada Byron' }), accounts: teams };

    expect(survivorOf(fromConfluence, fromTeams).name).toBe('Ada Byron');
  });

  it('go by a name that was written before one that was not', () => {
    expect(survivorOf(older({ name: 'A. Byron' }), newer({ name: 'Ada', nameByHand: true })).name).toBe('Ada');
  });

  it('take the time zone from the side whose profile was started', () => {
    const survivor = survivorOf(
      older({ profileStarted: false, timeZone: 'UTC' }),
      newer({ profileStarted: true, timeZone: 'Asia/Kathmandu' }),
    );

    expect(survivor).toMatchObject({ timeZone: 'Asia/Kathmandu', profileStarted: true });
  });

  it('stay a guest when Teams says so', () => {
    expect(survivorOf(older({ guest: true }), newer({ guest: false })).guest).toBe(true);
  });

  it('administer when either did', () => {
    expect(survivorOf(older(), newer({ administrator: true })).administrator).toBe(true);
  });
});

describe('linking', () => {
  it('is refused where it is done already', () => {
    expect(mergePeople(older(), { ...older(), accounts: confluence })).toMatchObject({
      reason: 'same-account-already',
    });
  });

  it('is refused for two Teams accounts, because those are two people', () => {
    const guest = { ...newer({ guest: true }), accounts: [anAccount({ key: entraAccount('northwind', 'bob') })] };

    expect(mergePeople(older(), guest)).toEqual({ ok: false, reason: 'two-teams-accounts' });
  });
});

describe('an erased person', () => {
  it('leaves nothing that says who they were', () => {
    const { state } = erasePerson(
      aPerson({
        name: 'Ada Byron',
        affiliation: 'Design',
        challenge: 'Flaky tests',
        interests: ['maths'],
        languages: ['en'],
      }),
    );

    expect(JSON.stringify(state)).not.toMatch(/Ada|Design|Flaky|maths|Berlin|"en"/u);
  });
});
