import type { CommunityView } from '@copse/core/contracts';
import { archetypeOf, entryNames, roleNames, roles, stageNames, stageTones } from '@copse/core/vocabulary';
import { type AdfNode, heading, paragraph, status, table, taskItem, taskList, text } from './adf.ts';
import {
  bodyRow,
  closing,
  counted,
  dayOf,
  documentOf,
  type Edition,
  facts,
  headerRow,
  linked,
  said,
  titled,
} from './document.ts';
import { markdownToAdf } from './markdown.ts';

/** A community for PDF and Word: all that the macro shows, since paper has no «show more». */
export function communityDocument(community: CommunityView, full: boolean, edition: Edition): AdfNode {
  const href = `${edition.serviceUrl}/open/communities/${community.id}`;
  return documentOf([
    heading({ level: 3 })(
      ...linked(community.name, href),
      ...text('  '),
      status(stageNames[community.stage].name, stageTones[community.stage]),
    ),
    ...facts([
      archetypeOf[community.archetype].name,
      entryNames[community.visibility],
      counted(community.memberCount, 'member'),
      community.practiceCount > 0 ? counted(community.practiceCount, 'practice') : '',
    ]),
    said(community.purpose),
    ...facts([community.topics.length > 0 ? `Topics: ${community.topics.join(', ')}` : '']),
    ...meeting(community),
    ...people(community),
    ...steps(community),
    ...(full ? details(community) : []),
    closing(edition, href),
  ]);
}

function meeting({ cadence, connections, closed }: CommunityView): AdfNode[] {
  if (closed) return [said(`Closed on ${dayOf(closed.at)}: ${closed.reason}`)];
  const places = connections.filter(({ kind }) => kind !== 'confluence-space');
  if (places.length === 0) return facts([cadence]);
  return [
    paragraph(
      ...text('Meets in '),
      ...places.flatMap(({ name, url }, index) => [
        ...(index === 0 ? [] : text(', ')),
        ...(url ? linked(name, url) : text(name)),
      ]),
      ...text(cadence === '' ? '' : ` · ${cadence}`),
    ),
  ];
}

function people({ roleHolders }: CommunityView): AdfNode[] {
  const ordered = roles.flatMap((role) => roleHolders.filter((holder) => holder.role === role));
  if (ordered.length === 0) return [];
  return [
    titled(4, 'People'),
    table(
      headerRow(['Role', 'Name', 'Works at']),
      ...ordered.map(({ role, person, until }) =>
        bodyRow([
          text(roleNames[role].one + (until ? `, until ${dayOf(until)}` : '')),
          text(person.name),
          text(person.affiliation ?? ''),
        ]),
      ),
    ),
  ];
}

function steps({ firstSteps }: CommunityView): AdfNode[] {
  if (firstSteps.length === 0) return [];
  const items = firstSteps.map(({ text: words, done }) =>
    taskItem({ localId: '', state: done ? 'DONE' : 'TODO' })(...text(words)),
  );
  return [titled(4, 'Next steps'), taskList({ localId: '' })(...items)];
}

const details = ({ domain, practice, charter }: CommunityView): AdfNode[] =>
  [
    ['What it is about', domain],
    ['What it does', practice],
    ['Charter', charter],
  ].flatMap(([title = '', words = '']) => (words.trim() === '' ? [] : [titled(4, title), ...markdownToAdf(words, 4)]));
