import type { CommunityMentoringView, CommunityView } from '@copse/core/contracts';
import { rhythmNames, roleNames } from '@copse/core/vocabulary';
import { type AdfNode, panel, paragraph, table, text } from './adf.ts';
import { bodyRow, closing, documentOf, type Edition, headerRow, linked, said, titled } from './document.ts';

/** Mentors and experts of a community for PDF and Word. The button cannot be pressed there, so it says where to ask. */
export function mentorsDocument(
  community: CommunityView,
  mentoring: CommunityMentoringView,
  edition: Edition,
): AdfNode {
  const href = `${edition.serviceUrl}/open/communities/${community.id}`;
  const experts = community.roleHolders.filter(({ role }) => role === 'expert' || role === 'mentor');
  return documentOf([
    titled(3, `Mentors and experts of ${community.name}`),
    ...(experts.length === 0
      ? []
      : [
          table(
            headerRow(['Role', 'Name', 'Works at']),
            ...experts.map(({ role, person }) =>
              bodyRow([text(roleNames[role].one), text(person.name), text(person.affiliation ?? '')]),
            ),
          ),
        ]),
    titled(4, 'Who offers to be a mentor'),
    ...(mentoring.items.length === 0
      ? [said('Nobody yet.')]
      : [
          table(
            headerRow(['Name', 'Helps with', 'How often', 'Room']),
            ...mentoring.items.map(({ person, topics, rhythm, note, free }) =>
              bodyRow([
                text(person.name),
                text([topics.join(', '), note].filter(Boolean).join('. ')),
                text(rhythmNames[rhythm]),
                text(free ? 'yes' : 'not now'),
              ]),
            ),
          ),
        ]),
    ...(mentoring.nextCursor === undefined ? [] : [said('There are more. All of them are in Teams.')]),
    panel({ panelType: 'info' })(paragraph(...text('To look for a mentor: '), ...linked('open in Teams', href))),
    closing(edition, href),
  ]);
}
