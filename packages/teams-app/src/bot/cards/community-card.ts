import type { CommunityView } from '@copse/core/contracts';
import { archetypeOf, entryNames, roleNames, type Role, stageNames } from '@copse/core/vocabulary';
import { words } from '../strings.ts';
import {
  type Action,
  box,
  type Card,
  card,
  columns,
  type Element,
  openPage,
  press,
  pressOnly,
  small,
  text,
} from './card.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots } from './rows.ts';
import type { Viewer } from './viewer.ts';

const say = words.community;
const MOST_NAMES = 3;
const MOST_ROLES = 4;

type Options = {
  readonly viewer: Viewer;
  /** Drawn for one person, with their own buttons; otherwise it is right for whoever looks. */
  readonly personal: boolean;
  readonly notice?: Notice | undefined;
  /** The words that lead back to the list it was opened from. */
  readonly back?: string | undefined;
  readonly confirmLeaving?: boolean;
};

/** One community: what it is for, how big it is, who to turn to, and what the viewer may do. */
export function communityCard(community: CommunityView, options: Options): Card {
  const { viewer, personal, notice, back, confirmLeaving } = options;
  const { name, purpose, topics, archetype, stage, visibility, cadence } = community;
  const leaving = confirmLeaving ? { text: say.sure(`**${plain(name)}**`), kind: 'info' as const } : undefined;

  return card({
    body: [
      back ? backLine(back) : undefined,
      noticeBox(leaving ?? notice ?? (personal ? standingOf(community) : undefined)),
      text(say.label.toUpperCase(), { size: 'Small', weight: 'Bolder', color: 'Accent', spacing: 'Medium' }),
      { ...heading(plain(name)), size: 'Large', spacing: 'None' },
      small(dots(archetypeOf[archetype].name, stageNames[stage].name, entryNames[visibility])),
      text(plain(clip(purpose, 400))),
      topics.length > 0
        ? text(topics.map((topic) => `#${plain(topic)}`).join('\u2002'), {
            size: 'Small',
            color: 'Accent',
            spacing: 'Small',
          })
        : undefined,
      columns([figure(community.memberCount, say.members), figure(community.practiceCount, say.practices)], 'Medium'),
      ...people(community),
      cadence ? text(`**${say.meets}:** ${plain(cadence)}`, { size: 'Small' }) : undefined,
    ],
    actions: confirmLeaving
      ? leaveActions(community, back)
      : personal
        ? ownActions(community, viewer, back)
        : actionsForAll(community, viewer),
    fallback: `${name}: ${clip(purpose, 200)}`,
    refresh: {
      press: press(words.openInCopse, 'show-community', { community: community.id }),
      userIds: [viewer.teamsId],
    },
  });
}

export const backLine = (back: string): Element =>
  box([text(words.backTo(back.startsWith('find') ? back : 'Back'), { size: 'Small', color: 'Accent' })], {
    tap: pressOnly('Back', 'say', { words: back }),
  });

function standingOf({ standing, invitation, closed }: CommunityView): Notice | undefined {
  if (closed) return { text: say.closed };
  if (standing === 'requested') return { text: say.requested };
  if (standing === 'invited') {
    const message = invitation?.message ? `\n\n_${plain(clip(invitation.message, 300))}_` : '';
    return { text: `${say.invited(plain(invitation?.by.name ?? 'The community'))}${message}` };
  }
  return undefined;
}

const figure = (count: number, label: (count: number) => string) => ({
  items: [text(`${count}`, { size: 'Large', weight: 'Bolder', spacing: 'None' }), small(label(count))],
});

function people({ roleHolders }: CommunityView): Element[] {
  const byRole = new Map<Role, string[]>();
  for (const { role, person } of roleHolders) {
    const name = person.affiliation ? `${plain(person.name)} (${plain(person.affiliation)})` : plain(person.name);
    byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  if (byRole.size === 0) return [];
  const lines = [...byRole].slice(0, MOST_ROLES).map(([role, names]) => {
    const more = names.length - MOST_NAMES;
    const shown = [...names.slice(0, MOST_NAMES), ...(more > 0 ? [`${more} more`] : [])].join(', ');
    return text(`**${names.length === 1 ? roleNames[role].one : roleNames[role].many}:** ${shown}`, {
      spacing: 'Small',
      size: 'Small',
    });
  });
  return [
    box([text(say.people, { weight: 'Bolder', size: 'Small' }), ...lines], { style: 'emphasis', spacing: 'Medium' }),
  ];
}

const open = ({ id }: CommunityView, { links }: Viewer) => openPage(words.openInCopse, links.page(`communities/${id}`));
const practices = ({ id }: CommunityView) => pressOnly(say.showPractices, 'show-practices', { community: id });

function actionsForAll(community: CommunityView, viewer: Viewer): (Action | undefined)[] {
  const { closed, visibility, id } = community;
  const mayJoin = !closed && visibility !== 'by-invitation';
  return [
    mayJoin ? press(say.takePart, 'join', { community: id }, true) : undefined,
    practices(community),
    open(community, viewer),
  ];
}

function ownActions(community: CommunityView, viewer: Viewer, back: string | undefined): (Action | undefined)[] {
  const { abilities, id, standing } = community;
  const data = { community: id, ...(back ? { back } : {}) };
  if (abilities.acceptInvitation) {
    return [
      press(say.accept, 'join', data, true),
      press(say.decline, 'leave', { ...data, sure: true }),
      open(community, viewer),
    ];
  }
  if (abilities.join) return [press(say.join, 'join', data, true), practices(community), open(community, viewer)];
  if (abilities.requestToJoin)
    return [press(say.ask, 'join', data, true), practices(community), open(community, viewer)];
  if (abilities.withdrawRequest || standing === 'requested') {
    return [press(say.withdraw, 'leave', { ...data, sure: true }), practices(community), open(community, viewer)];
  }
  return [practices(community), open(community, viewer), abilities.leave ? press(say.leave, 'leave', data) : undefined];
}

const leaveActions = ({ id }: CommunityView, back: string | undefined): Action[] => {
  const data = { community: id, ...(back ? { back } : {}) };
  return [press(say.leave, 'leave', { ...data, sure: true }), press(say.stay, 'show-community', data)];
};
