/**
 * Events of digital.gov as gatherings that happen once. Nearly none of them names a community, so each goes to the one
 * that it names, else to one that a host of it leads, else to the one with which it has the most topics in common;
 * among equals, to the most specialised. What fits nowhere is left out, as is what ends before it starts.
 */
import { firstPassage } from './bundle-text.mjs';

const FORMATS = [
  [/workshop|training|hackathon|hands-on/iu, 'workshop'],
  [/office hours/iu, 'office-hours'],
  [/\bmeeting\b|\bcall\b|check-?in/iu, 'meeting'],
];
const MOST_HOSTS = 12;
/** Minutes that a gathering may take. */
const LEAST = 5;
const MOST = 7 * 24 * 60;

/**
 * @param {{ events: any[], communities: any[], known: Set<string> }} data `known`: the ids of people
 * @param {string[]} notes hears what is left out
 */
export function gatheringsOf({ events, communities, known }, notes) {
  const seen = new Set();
  return events.flatMap((event) => {
    const community = communityFor(event, communities);
    const minutes = (Date.parse(event.endsAt) - Date.parse(event.startsAt)) / 60_000;
    const leftOut = (why) => notes.push(`${event.title} (${event.startsAt}): ${why}, so it is left out.`);
    if (!community) return (leftOut('it fits no community'), []);
    if (!(minutes >= LEAST && minutes <= MOST)) return (leftOut(`it takes ${minutes} minutes`), []);
    // The same name comes again on another day: an event of every quarter.
    const externalId = `digitalgov:${event.id}:${event.startsAt.slice(0, 10)}`;
    if (seen.has(externalId)) return (leftOut('it is there twice'), []);
    seen.add(externalId);
    return [gatheringOf(event, { externalId, community, minutes, known })];
  });
}

const gatheringOf = ({ title, summary, startsAt, hosts = [] }, { externalId, community, minutes, known }) => ({
  externalId,
  community: `digitalgov:${community.id}`,
  title: firstPassage(title, 120),
  description: summary ?? '',
  format: FORMATS.find(([words]) => words.test(title))?.[1] ?? 'talk',
  mode: /in-person/iu.test(title) ? 'on-site' : 'online',
  // The data say no other clock.
  timeZone: 'UTC',
  startsLocal: startsAt.slice(0, 16),
  minutes: Math.round(minutes),
  hosts: hosts
    .filter((host) => known.has(host))
    .slice(0, MOST_HOSTS)
    .map((host) => `digitalgov:${host}`),
});

function communityFor({ title, communities: named = [], hosts = [], topics = [] }, communities) {
  const byName = communities.filter(({ id, name }) => named.includes(id) || title.includes(`${name} Community`));
  const led = communities.filter(({ leaders = [] }) => leaders.some((leader) => hosts.includes(leader)));
  const [first] = [byName, led, communities].flatMap((some) => byFit(some, topics, some !== communities));
  return first;
}

/** Those that fit, the best first. */
function byFit(communities, topics, always) {
  const shared = (community) => (community.topics ?? []).filter((topic) => topics.includes(topic)).length;
  return communities
    .filter((community) => always || shared(community) > 0)
    .sort((a, b) => shared(b) - shared(a) || (a.topics ?? []).length - (b.topics ?? []).length);
}
