/**
 * Turns kubernetes/community's sigs.yaml into a bundle.
 *
 *   npx node scripts/convert/kubernetes.mjs <sigs.yaml> > kubernetes.json
 *
 * Special interest groups become guilds, working groups research communities and committees leadership circles. Chairs
 * become coordinators, tech leads experts, liaisons sponsors, companies affiliations; a group that somebody leads is a
 * skill they practise. How often a group meets stands in its cadence; its calendar is for a later import.
 */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { firstPassage, put, topicOf } from './bundle-text.mjs';

const KINDS = [
  { list: 'sigs', archetype: 'guild', stage: 'stewardship' },
  { list: 'workinggroups', archetype: 'research-community', stage: 'maturing' },
  { list: 'committees', archetype: 'leadership-circle', stage: 'stewardship' },
];
const ROLES = [
  ['chairs', 'coordinator'],
  ['tech_leads', 'expert'],
];

/** @param {any} sigs the file, parsed */
export function kubernetesBundle(sigs) {
  const groups = KINDS.flatMap(({ list, ...kind }) => (sigs[list] ?? []).map((group) => ({ ...group, ...kind })));
  const people = new Map();
  const memberships = groups.flatMap((group) => membershipsOf(group, people));
  return {
    format: 'copse-bundle/1',
    organisation: { name: 'Kubernetes' },
    people: [...people.values()].map(({ topics, ...person }) => ({
      ...person,
      skills: [...topics].slice(0, 40).map((topic) => ({ topic, level: 'practises' })),
    })),
    communities: groups.map(communityOf),
    memberships,
  };
}

function communityOf({ dir, name, mission_statement: mission, label, meetings = [], archetype, stage }) {
  return {
    externalId: `kubernetes:${dir}`,
    archetype,
    name: name.length < 3 ? dir : name,
    purpose: firstPassage(mission, 500),
    domain: mission.trim(),
    topics: [topicOf(label)],
    visibility: archetype === 'leadership-circle' ? 'on-request' : 'open',
    cadence: firstPassage(cadenceOf(meetings), 120),
    stage,
  };
}

const cadenceOf = (meetings) =>
  meetings.map(({ description, frequency, day }) => `${description.trim()}: ${frequency}, ${day}`).join('; ');

function membershipsOf({ dir, label, leadership = {}, contact = {} }, people) {
  const roles = new Map();
  const hold = (person, role) => {
    remember(people, person, role === 'sponsor' ? undefined : topicOf(label));
    roles.set(person.github, new Set([...(roles.get(person.github) ?? []), role]));
  };
  for (const [list, role] of ROLES) for (const person of leadership[list] ?? []) hold(person, role);
  if (contact.liaison) hold(contact.liaison, 'sponsor');
  return [...roles].map(([github, held]) => ({
    community: `kubernetes:${dir}`,
    person: `kubernetes:${github}`,
    roles: [...held].map((role) => ({ role })),
  }));
}

function remember(people, { github, name, company }, topic) {
  const known = people.get(github) ?? { externalId: `kubernetes:${github}`, name, topics: new Set() };
  if (company && !known.affiliation) known.affiliation = company;
  if (topic) known.topics.add(topic);
  people.set(github, known);
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [file] = argv.slice(2);
  if (!file) throw new Error('Say which file holds the groups: sigs.yaml.');
  put(kubernetesBundle(parse(readFileSync(file, 'utf8'))), []);
}
