/**
 * Turns kubernetes/community's sigs.yaml into a bundle.
 *
 *   npx node scripts/convert/kubernetes.mjs <sigs.yaml> [<first day>] > kubernetes.json
 *
 * Special interest groups become guilds, working groups research communities and committees leadership circles. Chairs
 * become coordinators, tech leads experts, liaisons sponsors, companies affiliations; a group that somebody leads is a
 * skill they practise. Each meeting becomes a series that the chairs host, on the clock of the place that its zone is
 * named after. A series whose words tell no first day begins on or after <first day> (2026-01-01), which also decides
 * which weeks a biweekly one has; these are named on standard error, as they are worth a look.
 */
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { run } from '../bootstrap/project.mjs';
import { firstPassage, put, readInput, topicOf } from './bundle-text.mjs';
import { rhythmOf, timeOf, zoneOf } from './meeting-times.mjs';

const USAGE =
  'Say which file holds the groups:\n' +
  '  npx node scripts/convert/kubernetes.mjs <sigs.yaml> [<first day>] > kubernetes.json';
const KINDS = [
  { list: 'sigs', archetype: 'guild', stage: 'stewardship' },
  { list: 'workinggroups', archetype: 'research-community', stage: 'maturing' },
  { list: 'committees', archetype: 'leadership-circle', stage: 'stewardship' },
];
const ROLES = [
  ['chairs', 'coordinator'],
  ['tech_leads', 'expert'],
];
const FORMATS = [
  [/office hours/iu, 'office-hours'],
  [/meet and greet|social/iu, 'social'],
];
const CALL = /^https:\/\/(?:[a-z0-9-]+\.)?(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com)\/\S+$/u;

/**
 * @param {any} sigs the file, parsed
 * @param {string} since the day from which series begin that tell none
 */
export function kubernetesBundle(sigs, since = '2026-01-01') {
  const groups = KINDS.flatMap(({ list, ...kind }) => (sigs[list] ?? []).map((group) => ({ ...group, ...kind })));
  const people = new Map();
  const memberships = groups.flatMap((group) => membershipsOf(group, people));
  const notes = [];
  const names = new Set();
  const gatherings = groups.flatMap((group) =>
    (group.meetings ?? []).flatMap((meeting) => gatheringOf(group, meeting, { since, names, notes })),
  );
  return {
    bundle: {
      format: 'copse-bundle/1',
      organisation: { name: 'Kubernetes' },
      people: [...people.values()].map(({ topics, ...person }) => ({
        ...person,
        skills: [...topics].slice(0, 40).map((topic) => ({ topic, level: 'practises' })),
      })),
      communities: groups.map(communityOf),
      memberships,
      gatherings,
    },
    notes,
  };
}

function gatheringOf({ dir, leadership = {} }, meeting, { since, names, notes }) {
  const title = meeting.description.trim();
  const timeZone = zoneOf(meeting.tz);
  const time = timeOf(meeting.time);
  const rhythm = rhythmOf(meeting, since);
  if (!timeZone || !time || !rhythm) {
    const { day, time: at, tz, frequency } = meeting;
    notes.push(
      `${dir}: when «${title}» is cannot be read from «${day}, ${at} ${tz}, ${frequency}», so it is left out.`,
    );
    return [];
  }
  if (rhythm.guessed)
    notes.push(`${dir}: «${title}» does not say in which weeks it is; ${rhythm.startsOn} is a guess.`);
  return {
    externalId: nameOf(`kubernetes:${dir}:${slugOf(title)}`, names),
    community: `kubernetes:${dir}`,
    title: firstPassage(title, 120),
    description: linksOf(meeting),
    format: FORMATS.find(([words]) => words.test(title))?.[1] ?? 'meeting',
    mode: 'online',
    visibility: /\bprivate\b/iu.test(title) ? 'members' : 'organisation',
    ...(CALL.test(meeting.url ?? '') ? { meetingUrl: meeting.url } : {}),
    timeZone,
    startsLocal: `${rhythm.startsOn}T${time}`,
    minutes: 60,
    rule: rhythm.rule,
    hosts: [...new Set((leadership.chairs ?? []).map(({ github }) => `kubernetes:${github}`))].slice(0, 12),
  };
}

const slugOf = (title) => (title.toLowerCase().match(/[a-z0-9]+/gu) ?? []).join('-');

/** A name that no other meeting of the file has. */
function nameOf(wanted, names) {
  let name = wanted;
  for (let next = 2; names.has(name); next += 1) name = `${wanted}-${next}`;
  names.add(name);
  return name;
}

/** What is no call to join is something to read. */
const linksOf = ({ url, archive_url: notes, recordings_url: recordings }) =>
  [
    ...(url && !CALL.test(url) ? [['Where it is', url]] : []),
    ...(notes ? [['Agenda and notes', notes]] : []),
    ...(recordings ? [['Recordings', recordings]] : []),
  ]
    .map(([words, link]) => `- [${words}](${link})`)
    .join('\n');

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
  const [file, since] = argv.slice(2);
  await run(() => {
    const { bundle, notes } = kubernetesBundle(parse(readInput(file, USAGE)), since);
    put(bundle, notes);
  });
}
