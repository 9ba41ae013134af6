import { describe, expect, it } from 'vitest';
import { inChannel, inPrivate } from '../../../test/builders.ts';
import { problemsOfCard } from '../../../test/card-rules.ts';
import { anAnswer, aQuestionView } from '../../../test/question-builders.ts';
import { VERBS } from '../actions/dispatch.ts';
import type { Card } from './card.ts';
import { drawnAs, questionCard } from './question-card.ts';

const titlesOf = (card: Card) => (card.actions ?? []).map(({ title }) => title);
const long = 'ä'.repeat(500);

describe('the largest question that people can cause', () => {
  it.each([
    [
      'question',
      questionCard(
        aQuestionView({
          title: 'ñ'.repeat(200),
          details: `${long}\n\n`.repeat(40),
          topics: Array.from({ length: 5 }, () => 'é'.repeat(40)),
          answerCount: 100,
          answers: Array.from({ length: 100 }, () =>
            anAnswer({
              text: `[${'*'.repeat(300)}](https://example.com/${'x'.repeat(5000)})\n\n${long.repeat(30)}`,
              abilities: { ...anAnswer().abilities, accept: true, helped: true },
              accepted: true,
              helpedCount: 9,
            }),
          ),
        }),
        { viewer: inPrivate, personal: true, drawn: 'x'.repeat(40), back: 'x'.repeat(120) },
      ),
    ],
    [
      'question in a large channel',
      questionCard(
        aQuestionView({
          details: long.repeat(30),
          answers: Array.from({ length: 3 }, () => anAnswer({ text: long.repeat(30) })),
        }),
        {
          viewer: inChannel,
          personal: false,
          viewers: Array.from({ length: 60 }, (_, at) => `29:${at}${'x'.repeat(90)}`),
        },
      ),
    ],
  ])('as %s still fits a message', (_what, large) => {
    expect(problemsOfCard(large, VERBS)).toEqual([]);
  });
});

describe('a question card', () => {
  const inPublic = (over: Parameters<typeof aQuestionView>[0], viewers?: readonly string[]) =>
    questionCard(aQuestionView(over), { viewer: inChannel, personal: false, viewers });

  it('says nothing about who caused it to be drawn, nor what only they may see', () => {
    const card = inPublic({
      author: { pseudonym: 'Asker', mine: true },
      answers: [
        anAnswer({
          author: { pseudonym: 'Anonymous 2', mine: true },
          abilities: { ...anAnswer().abilities, accept: true, helped: true },
        }),
        anAnswer({ hidden: true, text: 'Something unkind.' }),
      ],
      duplicateOf: { id: '0198c2a0-0000-7000-8000-000000000007', title: 'A secret plan' },
      keptAs: { id: '0198c2a0-0000-7000-8000-000000000008', title: 'A draft of mine' },
      abilities: { ...aQuestionView().abilities, answer: false, meToo: false, keepAsPractice: true },
    });
    const shown = JSON.stringify(card);
    expect(shown).not.toMatch(/, you|unkind|secret plan|draft of mine|29:|This solved it|Helped me/);
    expect(titlesOf(card)).toEqual(['Answer', 'I have this too', 'Open in Copse']);
    expect(card.refresh).not.toHaveProperty('userIds');
  });

  it('for everybody is the same whoever draws it', () => {
    const mine = inPublic({ author: { pseudonym: 'Asker', mine: true } });
    const theirs = inPublic({ author: { pseudonym: 'Asker', mine: false }, meToo: true });
    expect(drawnAs(mine)).toBe(drawnAs(theirs));
  });

  it('is known to look different when anything that is shown has changed', () => {
    const looks = [
      inPublic({}),
      inPublic({ state: 'accepted' }),
      inPublic({ meTooCount: 4 }),
      inPublic({ answers: [anAnswer({ text: 'Something else.' })] }),
      inPublic({ details: 'Edited.' }),
      inPublic({}, ['29:mara']),
    ].map(drawnAs);
    expect(new Set(looks).size).toBe(looks.length);
    expect(drawnAs(inPublic({}, ['29:a', '29:b']))).toBe(drawnAs(inPublic({}, ['29:b', '29:a'])));
  });

  it('lets the asker alone say that an answer solved it', () => {
    const withButtons = (accept: boolean) =>
      JSON.stringify(
        questionCard(aQuestionView({ answers: [anAnswer({ abilities: { ...anAnswer().abilities, accept } })] }), {
          viewer: inChannel,
          personal: true,
        }),
      );
    expect(withButtons(true)).toContain('This solved it');
    expect(withButtons(false)).not.toContain('This solved it');
  });
});
