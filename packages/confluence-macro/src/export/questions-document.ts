import type { AnswerView, AuthorView, QuestionCard, QuestionView } from '@copse/core/contracts';
import { questionStateNames, questionTones } from '@copse/core/vocabulary';
import { type AdfNode, heading, panel, paragraph, status, text } from './adf.ts';
import {
  bold,
  closing,
  counted,
  dayOf,
  documentOf,
  type Edition,
  facts,
  linked,
  named,
  said,
  titled,
} from './document.ts';
import { markdownToAdf } from './markdown.ts';

type Listed = { readonly questions: readonly QuestionCard[]; readonly more: boolean; readonly title: string };

/** A list of questions for PDF and Word, each with where it stands. */
export function questionsDocument({ questions, more, title }: Listed, edition: Edition): AdfNode {
  return documentOf([
    titled(3, title),
    ...(questions.length === 0 ? [said('There are none yet that you can see.')] : []),
    ...questions.flatMap((question) => [
      heading({ level: 4 })(...head(question, edition)),
      ...facts([question.summary]),
      ...facts([question.community.name, ...signs(question)]),
    ]),
    ...(more ? [said('There are more questions than fit here. All of them are in Teams.')] : []),
    closing(edition),
  ]);
}

/** One question with its answers for PDF and Word. Who hid their name has none here either. */
export function questionDocument(question: QuestionView, edition: Edition): AdfNode {
  const { topics, details, answers, keptAs, duplicateOf } = question;
  return documentOf([
    heading({ level: 3 })(...head(question, edition)),
    ...facts([question.community.name, ...signs(question)]),
    ...facts([topics.length > 0 ? `Topics: ${topics.join(', ')}` : '']),
    ...pointer('Kept as a practice: ', keptAs, 'practices', edition),
    ...pointer('Asked before: ', duplicateOf, 'questions', edition),
    ...markdownToAdf(details, 3),
    ...answers.flatMap(answer),
    closing(edition, questionLink(question, edition)),
  ]);
}

/** The button on paper: it cannot be pressed, so it says where to ask. */
export function askDocument(community: { id: string; name: string } | undefined, edition: Edition): AdfNode {
  const words = community ? `Questions? Ask ${community.name}: ` : 'Questions? Ask the community in Teams, with Copse.';
  const href = community && `${edition.serviceUrl}/open/communities/${community.id}`;
  return documentOf([
    panel({ panelType: 'info' })(paragraph(...text(words), ...(href ? linked('open in Teams', href) : []))),
  ]);
}

const questionLink = ({ id }: { id: string }, { serviceUrl }: Edition) => `${serviceUrl}/open/questions/${id}`;

const head = (question: QuestionCard, edition: Edition): AdfNode[] => [
  ...linked(question.title, questionLink(question, edition)),
  ...text('  '),
  status(questionStateNames[question.state].name, questionTones[question.state]),
];

const signs = ({ author, askedAt, answerCount, meTooCount }: QuestionCard): string[] => [
  `${nameOf(author)}, ${dayOf(askedAt)}`,
  answerCount > 0 ? counted(answerCount, 'answer') : '',
  meTooCount > 0 ? counted(meTooCount, 'more person has this', 'more people have this') : '',
];

/** Paper is passed on: it never says «you», which would give an anonymous author away. */
const nameOf = ({ person, pseudonym }: AuthorView): string => (person ? named(person) : (pseudonym ?? 'Somebody'));

function answer({ author, at, accepted, helpedCount, text: words, hidden }: AnswerView): AdfNode[] {
  if (hidden) return [];
  return [
    heading({ level: 4 })(
      ...text(`Answer by ${nameOf(author)}`),
      ...(accepted ? [...text('  '), status('Accepted', 'good')] : []),
    ),
    ...facts([dayOf(at), helpedCount > 0 ? `helped ${counted(helpedCount, 'person', 'people')}` : '']),
    ...markdownToAdf(words, 4),
  ];
}

function pointer(
  words: string,
  target: { id: string; title: string } | undefined,
  kind: 'practices' | 'questions',
  { serviceUrl }: Edition,
): AdfNode[] {
  if (!target) return [];
  return [
    panel({ panelType: 'info' })(
      paragraph(...bold(words), ...linked(target.title, `${serviceUrl}/open/${kind}/${target.id}`)),
    ),
  ];
}
