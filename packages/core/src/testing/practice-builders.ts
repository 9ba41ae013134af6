import type { AdoptionId, CommunityId, OrganisationId, PersonId, PracticeId } from '../kernel/ids.ts';
import type { Relation } from '../practices/permission.ts';
import type { Adoption, Practice, Practitioner } from '../practices/practice.ts';

export const owner = '01900000-0000-7000-8000-0000000000a1' as PersonId;
export const colleague = '01900000-0000-7000-8000-0000000000a2' as PersonId;
export const noon = new Date('2026-03-02T12:00:00.000Z');

/** A proposed practice of `owner`, as a rule sees it. */
export const aPractice = (given: Partial<Practice> = {}): Practice => ({
  id: '01900000-0000-7000-8000-0000000000d1' as PracticeId,
  organisationId: '01900000-0000-7000-8000-0000000000e1' as OrganisationId,
  communityId: '01900000-0000-7000-8000-0000000000c1' as CommunityId,
  title: 'Write the test that fails first',
  context: 'When a defect is reported and nobody is sure what causes it.',
  body: 'Reproduce it in a test, see it fail, then repair it.',
  topics: ['testing'],
  life: 'proposed',
  lifeSince: noon,
  lifeReason: undefined,
  visibility: 'organisation',
  ownerId: owner,
  credits: [{ personId: owner, credit: 'author', since: noon }],
  endorsements: [],
  adoptions: [],
  reviewBy: undefined,
  version: 1,
  versionBy: owner,
  versionNote: undefined,
  createdAt: noon,
  updatedAt: noon,
  revision: 3,
  ...given,
});

/** Somebody who acts on a practice; by default a member who has nothing to do with its text. */
export const aPractitioner = (
  relations: readonly Relation[] = ['member', 'colleague'],
  given: Partial<Practitioner> = {},
): Practitioner => ({
  personId: colleague,
  closed: false,
  relations,
  ...given,
});

export const theOwner = aPractitioner(['member', 'colleague', 'owner', 'author'], { personId: owner });

export const anAdoption = (given: Partial<Omit<Adoption, 'by'>> = {}): Omit<Adoption, 'by'> => ({
  id: '01900000-0000-7000-8000-0000000000f1' as AdoptionId,
  kind: 'uses',
  team: 'Payments',
  outcome: undefined,
  story: undefined,
  measure: undefined,
  at: noon,
  ...given,
});
