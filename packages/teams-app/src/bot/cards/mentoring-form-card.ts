import { mentoringLimits as limits, rhythmNames, rhythms } from '@copse/core/vocabulary';
import { mentoringWords } from '../mentoring-strings.ts';
import { type Action, type Card, card, choose, type Element, input, small, text } from './card.ts';
import { type Notice, noticeBox } from './note-card.ts';

const say = mentoringWords.form;

/** What somebody has written so far, as a seeker (`goal`) or as a mentor (`note`, `room`). */
export type MentoringDraft = {
  readonly communityId: string | undefined;
  readonly goal: string;
  readonly note: string;
  readonly topics: string;
  readonly room: string;
  readonly rhythm: string;
};

type Model = {
  readonly draft: MentoringDraft;
  /** Where they can do it. */
  readonly where: readonly { readonly id: string; readonly name: string }[];
  readonly notice?: Notice | undefined;
  readonly actions: readonly Action[];
};

/** The form in which somebody looks for a mentor; its title stands above the card. */
export const lookForMentorCard = (model: Model): Card =>
  formCard(model, mentoringWords.lookFor, say.nowhereToLook, [
    small(say.lookIntro),
    input({
      id: 'goal',
      label: say.goal,
      placeholder: say.goalHint,
      value: model.draft.goal || undefined,
      maxLength: limits.goal,
      lines: true,
      required: say.goalMissing,
    }),
    topicsField(say.topics, model.draft),
  ]);

/** The form in which somebody offers to be a mentor. */
export const beMentorCard = (model: Model): Card =>
  formCard(model, mentoringWords.beMentor, say.nowhereToOffer, [
    small(say.offerIntro),
    topicsField(say.helpWith, model.draft),
    choose(
      'room',
      say.room,
      say.room,
      Array.from({ length: limits.room }, (_, place) => ({ title: String(place + 1), value: String(place + 1) })),
      model.draft.room || '1',
    ),
    input({
      id: 'note',
      label: say.note,
      placeholder: say.noteHint,
      value: model.draft.note || undefined,
      maxLength: limits.note,
      lines: true,
    }),
  ]);

function formCard(
  { draft, where, notice, actions }: Model,
  title: string,
  nowhere: string,
  fields: readonly Element[],
): Card {
  if (where.length === 0) return card({ body: [text(nowhere)], actions, fallback: title });
  const chosen = where.some(({ id }) => id === draft.communityId) ? draft.communityId : where[0]?.id;
  return card({
    body: [
      noticeBox(notice),
      ...fields,
      choose(
        'community',
        say.community,
        say.chooseCommunity,
        where.map(({ id, name }) => ({ title: name, value: id })),
        chosen,
      ),
      choose(
        'rhythm',
        say.rhythm,
        say.rhythm,
        rhythms.map((rhythm) => ({ title: rhythmNames[rhythm], value: rhythm })),
        draft.rhythm || 'every-two-weeks',
      ),
    ],
    actions,
    fallback: title,
  });
}

const topicsField = (label: string, { topics }: MentoringDraft): Element =>
  input({
    id: 'topics',
    label,
    placeholder: say.topicsHint,
    value: topics || undefined,
    maxLength: 400,
    required: say.wrongTopics,
  });
