import { bundleSections, type BundleRecord } from '../bundle/index.ts';

export const ana = {
  externalId: 'ana',
  name: 'Ana Ortiz',
  accounts: ['entra:tenant:ana'],
  skills: [{ topic: 'welding', level: 'practises' }],
};
export const ben = { externalId: 'ben', name: 'Ben Adeyemi', interests: ['safety'] };
export const guild = {
  externalId: 'welders',
  archetype: 'guild',
  name: 'Welders',
  purpose: 'We keep the craft of welding.',
  stage: 'maturing',
};
export const membership = { community: 'welders', person: 'ana', roles: [{ role: 'coordinator' }] };
export const practice = {
  externalId: 'p1',
  community: 'welders',
  title: 'Clean the joint first',
  body: 'Brush, then wipe.',
  owner: 'ana',
  life: 'in-use',
  endorsements: [{ person: 'ben' }],
  adoptions: [{ by: 'ben', kind: 'uses', team: 'Hall 3' }],
};
export const whole = { people: [ana, ben], communities: [guild], memberships: [membership], practices: [practice] };
export type Bundle = Partial<Record<(typeof bundleSections)[number], readonly unknown[]>>;

export async function* recordsOf(bundle: Bundle): AsyncGenerator<BundleRecord> {
  for (const section of bundleSections) {
    for (const [index, value] of (bundle[section] ?? []).entries()) yield { section, index, value };
  }
}
