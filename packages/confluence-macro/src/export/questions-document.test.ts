import { questionStates } from '@copse/core/vocabulary';
import { describe, expect, it } from 'vitest';
import { adfProblems, wordsOf } from '../../test/adf-schema.ts';
import { anAnswer, aQuestion, aQuestionCard, id } from '../../test/views.ts';
import { askDocument, questionDocument, questionsDocument } from './questions-document.ts';

const edition = { serviceUrl: 'https://copse.example.com', madeAt: new Date('2026-11-24T23:30:00Z') };

describe('questions on paper', () => {
  it('say where each stands, whatever its state', () => {
    const questions = questionStates.map((state, index) => aQuestionCard({ state, id: id(100 + index) }));
    const document = questionsDocument({ questions, more: true, title: 'Questions' }, edition);

    expect(adfProblems(document)).toEqual([]);
    expect(wordsOf(document)).toMatch(/Kept as practice[\s\S]*more questions than fit/u);
  });

  it('tell that there are none', () => {
    const document = questionsDocument({ questions: [], more: false, title: 'Questions' }, edition);
    expect(adfProblems(document)).toEqual([]);
    expect(wordsOf(document)).toContain('none yet');
  });

  it('carry the answers, the accepted one marked, headings below their own', () => {
    const document = questionDocument(aQuestion(), edition);
    const levels = document.content?.filter(({ type }) => type === 'heading').map(({ attrs }) => attrs?.['level']);

    expect(adfProblems(document)).toEqual([]);
    expect(levels).toEqual([3, 4, 5]);
    expect(wordsOf(document)).toContain('Answer by Mara Vogel (Product design)');
    expect(wordsOf(document)).toContain('Accepted');
  });

  it('never tell whoever finds the paper that an anonymous question is its exporter’s', () => {
    const hidden = anAnswer({ id: id(33), author: { pseudonym: 'Anonymous 2', mine: true }, accepted: false });
    const words = wordsOf(questionDocument(aQuestion({ answers: [anAnswer(), hidden] }), edition));

    expect(words).toContain('Asker, 2 October 2026');
    expect(words).toContain('Answer by Anonymous 2');
    expect(words).not.toMatch(/\byou\b/iu);
  });

  it('leave out what a steward has hidden', () => {
    const answers = [anAnswer({ hidden: true, text: 'Rude words' })];
    expect(wordsOf(questionDocument(aQuestion({ answers }), edition))).not.toContain('Rude');
  });

  it('lead on to the practice that was kept', () => {
    const document = questionDocument(aQuestion({ keptAs: { id: id(21), title: 'Live regions' } }), edition);
    expect(adfProblems(document)).toEqual([]);
    expect(JSON.stringify(document)).toContain(`https://copse.example.com/open/practices/${id(21)}`);
  });
});

it('an ask button on paper says where to ask', () => {
  const document = askDocument({ id: id(1), name: 'Accessibility guild' }, edition);
  expect(adfProblems(document)).toEqual([]);
  expect(wordsOf(document)).toContain('Ask Accessibility guild');
  expect(adfProblems(askDocument(undefined, edition))).toEqual([]);
});
