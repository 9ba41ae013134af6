import type { PracticeView } from '@copse/core/contracts';
import { lifeNames, practiceLimits } from '@copse/core/vocabulary';
import { words } from '../strings.ts';
import { type Action, box, type Card, card, columns, input, openPage, press, small, text, unfold } from './card.ts';
import { backLine } from './community-card.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { heading, type Notice, noticeBox } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots } from './rows.ts';
import type { Viewer } from './viewer.ts';

const say = words.practice;

type Options = {
  readonly viewer: Viewer;
  readonly personal: boolean;
  readonly notice?: Notice | undefined;
  readonly back?: string | undefined;
};

/** One practice: what it is good for, the practice itself as far as it fits, and how far it is trusted. */
export function practiceCard(practice: PracticeView, { viewer, personal, notice, back }: Options): Card {
  const { title, community, life, owner, context, body, endorsementCount, teamCount, reviewDue } = practice;
  const steps = markdownBlocks(body);

  return card({
    body: [
      back ? backLine(back) : undefined,
      noticeBox(notice ?? (reviewDue ? { text: say.due, kind: 'problem' } : undefined)),
      text(`${say.label.toUpperCase()} · ${plain(community.name)}`, {
        size: 'Small',
        weight: 'Bolder',
        color: 'Accent',
        spacing: 'Medium',
      }),
      { ...heading(plain(title)), size: 'Large', spacing: 'None' },
      small(dots(lifeNames[life].name, `${say.owner} ${plain(owner.name)}`)),
      context
        ? box([text(`**${say.goodFor}**`, { size: 'Small' }), ...markdownBlocks(context, 400).blocks], {
            style: 'emphasis',
            spacing: 'Medium',
          })
        : undefined,
      ...steps.blocks,
      steps.shortened ? small(say.readOn) : undefined,
      columns(
        [
          {
            items: [
              text(`${endorsementCount}`, { size: 'Large', weight: 'Bolder' }),
              small(say.endorsements(endorsementCount)),
            ],
          },
          { items: [text(`${teamCount}`, { size: 'Large', weight: 'Bolder' }), small(say.teams(teamCount))] },
        ],
        'Medium',
      ),
    ],
    actions: [
      ...(personal ? ownActions(practice, back) : actionsForAll(practice)),
      openPage(words.openInCopse, viewer.links.page(`practices/${practice.id}`)),
    ],
    fallback: `${title}: ${clip(practice.summary, 200)}`,
    refresh: { press: press(words.openInCopse, 'show-practice', { practice: practice.id }), userIds: [viewer.teamsId] },
  });
}

const dataOf = ({ id }: PracticeView, back: string | undefined) => ({ practice: id, ...(back ? { back } : {}) });

function ownActions(practice: PracticeView, back: string | undefined): (Action | undefined)[] {
  const { abilities } = practice;
  const data = dataOf(practice, back);
  return [
    abilities.endorse ? press(say.endorse, 'endorse', data, true) : undefined,
    !abilities.endorse && abilities.takeBackEndorsement
      ? press(say.takeBack, 'endorse', { ...data, takeBack: true })
      : undefined,
    abilities.recordAdoption ? useForm(data) : undefined,
  ];
}

/** Pressing is harmless for whoever may not: they are told why. */
const actionsForAll = (practice: PracticeView): (Action | undefined)[] =>
  practice.life === 'draft' || practice.life === 'retired'
    ? []
    : [press(say.endorse, 'endorse', dataOf(practice, undefined), true)];

const useForm = (data: Readonly<Record<string, unknown>>): Action =>
  unfold(
    say.use,
    [
      input({
        id: 'team',
        label: say.team,
        placeholder: say.teamHint,
        maxLength: practiceLimits.team,
        required: say.teamRequired,
      }),
    ],
    press(say.useSend, 'adopt', data),
  );
