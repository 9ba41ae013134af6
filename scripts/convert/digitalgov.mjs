/**
 * Turns the data of digital.gov (communities.json, people.json, articles.json, events.json in one folder) into a bundle.
 *
 *   npx node scripts/convert/digitalgov.mjs <folder> > digitalgov.json
 *
 * Leaders become coordinators, agencies affiliations, and what somebody wrote about most often skills they practise. A
 * community whose purpose says that it is no longer active is closed. Numbers of members are left out: the data name
 * none of them, and Copse counts people, not claims. Events become gatherings of the community that they fit best (see
 * digitalgov-events.mjs).
 */
import { join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from '../bootstrap/project.mjs';
import { count, firstPassage, mostFrequent, put, readInput, topicOf } from './bundle-text.mjs';
import { gatheringsOf } from './digitalgov-events.mjs';

const USAGE =
  'Say which folder holds communities.json, people.json, articles.json and events.json:\n' +
  '  npx node scripts/convert/digitalgov.mjs <folder> > digitalgov.json';
const SKILLS = 8;
const ENDED = /no longer active/iu;

/** @param {{ communities: any[], people: any[], articles: any[], events?: any[] }} data the files, parsed */
export function digitalgovBundle({ communities, people, articles, events = [] }) {
  const notes = [];
  const known = new Set(people.map(({ id }) => id));
  const wroteAbout = topicsByAuthor(articles);
  const memberships = communities.flatMap((community) =>
    (community.leaders ?? []).flatMap((leader) => {
      if (known.has(leader)) return [membershipOf(community, leader)];
      notes.push(`${community.name}: the leader ${leader} is nobody in people.json, so is left out.`);
      return [];
    }),
  );
  return {
    bundle: {
      format: 'copse-bundle/1',
      organisation: { name: 'Digital.gov' },
      people: people.map((person) => personOf(person, wroteAbout.get(person.id) ?? new Map())),
      communities: communities.map(communityOf),
      memberships,
      gatherings: gatheringsOf({ events, communities, known }, notes),
    },
    notes,
  };
}

function topicsByAuthor(articles) {
  const byAuthor = new Map();
  for (const { authors = [], topics = [] } of articles) {
    for (const author of authors) {
      if (!byAuthor.has(author)) byAuthor.set(author, new Map());
      for (const topic of topics) count(byAuthor.get(author), topicOf(topic));
    }
  }
  return byAuthor;
}

function personOf({ id, name, organization }, topics) {
  return {
    externalId: `digitalgov:${id}`,
    name,
    ...(organization ? { affiliation: organization } : {}),
    skills: mostFrequent(topics, SKILLS).map((topic) => ({ topic, level: 'practises' })),
  };
}

function communityOf({ id, name, purpose, tagline, topics = [], founded, access, eligibility }) {
  const ended = ENDED.test(purpose);
  const about = ended && tagline ? tagline : purpose;
  return {
    externalId: `digitalgov:${id}`,
    archetype: 'guild',
    name,
    purpose: firstPassage(about, 500),
    topics: topics.map(topicOf).slice(0, 8),
    visibility: access && access !== 'public' ? 'on-request' : 'open',
    ...(eligibility ? { charter: `## Who can join\n\n${eligibility}` } : {}),
    ...(founded ? { foundedAt: founded } : {}),
    ...(ended ? { stage: 'closed', closeReason: purpose } : { stage: 'stewardship' }),
  };
}

const membershipOf = ({ id, founded }, leader) => ({
  community: `digitalgov:${id}`,
  person: `digitalgov:${leader}`,
  ...(founded ? { since: founded } : {}),
  roles: [{ role: 'coordinator' }],
});

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = argv.slice(2);
  const read = (name) => JSON.parse(readInput(folder && join(folder, `${name}.json`), USAGE));
  await run(() => {
    const { bundle, notes } = digitalgovBundle({
      communities: read('communities'),
      people: read('people'),
      articles: read('articles'),
      events: read('events'),
    });
    put(bundle, notes);
  });
}
