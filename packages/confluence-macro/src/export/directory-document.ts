import type { CommunityCard } from '@copse/core/contracts';
import { archetypeOf, stageNames, stageTones } from '@copse/core/vocabulary';
import { type AdfNode, hardBreak, paragraph, status, table, tableCell, tableRow, text } from './adf.ts';
import { closing, counted, documentOf, type Edition, headerRow, linked, said, titled } from './document.ts';

type Listed = {
  readonly communities: readonly CommunityCard[];
  readonly more: boolean;
  readonly topic: string | undefined;
};

/** The directory for PDF and Word. `more` says that only the first communities are in it. */
export function directoryDocument({ communities, more, topic }: Listed, edition: Edition): AdfNode {
  const title = topic ? `Communities about ${topic}` : 'Communities';
  if (communities.length === 0) {
    return documentOf([titled(3, title), said('There are none yet that you can see.'), closing(edition)]);
  }
  return documentOf([
    titled(3, title),
    table(headerRow(['Community', 'What for', 'Members']), ...communities.map((card) => row(card, edition))),
    ...(more ? [said('There are more communities than fit here. All of them are in Teams: Copse, Discover.')] : []),
    closing(edition),
  ]);
}

const row = (
  { id, name, archetype, stage, purpose, topics, memberCount }: CommunityCard,
  { serviceUrl }: Edition,
): AdfNode =>
  tableRow([
    tableCell({})(
      paragraph(...linked(name, `${serviceUrl}/open/communities/${id}`)),
      paragraph(...text(`${archetypeOf[archetype].name} `), status(stageNames[stage].name, stageTones[stage])),
    ),
    tableCell({})(paragraph(...text(purpose), ...(topics.length > 0 ? [hardBreak(), ...text(topics.join(', '))] : []))),
    tableCell({})(said(counted(memberCount, 'member'))),
  ]);
