import type { PracticeCard, PracticeView } from '@copse/core/contracts';
import { type AdoptionOutcome, lifeNames, lifeTones } from '@copse/core/vocabulary';
import { type AdfNode, bulletList, heading, listItem, panel, paragraph, status, text } from './adf.ts';
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

const outcomes: Readonly<Record<AdoptionOutcome, string>> = {
  helped: 'it helped',
  mixed: 'mixed results',
  'did-not-help': 'it did not help',
  'too-early': 'too early to say',
};

type Listed = { readonly practices: readonly PracticeCard[]; readonly more: boolean; readonly title: string };

/** A list of practices for PDF and Word, each with its summary and how far it is trusted. */
export function practicesDocument({ practices, more, title }: Listed, edition: Edition): AdfNode {
  return documentOf([
    titled(3, title),
    ...(practices.length === 0 ? [said('There are none yet that you can see.')] : []),
    ...practices.flatMap((practice) => [
      heading({ level: 4 })(
        ...linked(practice.title, practiceLink(practice, edition)),
        ...text('  '),
        status(lifeNames[practice.life].name, lifeTones[practice.life]),
      ),
      ...facts([practice.summary]),
      ...facts([practice.community.name, `kept by ${named(practice.owner)}`, ...signs(practice)]),
    ]),
    ...(more ? [said('There are more practices than fit here. All of them are in Teams.')] : []),
    closing(edition),
  ]);
}

/** One practice in full for PDF and Word. */
export function practiceDocument(practice: PracticeView, edition: Edition): AdfNode {
  const href = practiceLink(practice, edition);
  const others = practice.contributors.filter(({ person }) => person.id !== practice.owner.id);
  return documentOf([
    heading({ level: 3 })(
      ...linked(practice.title, href),
      ...text('  '),
      status(lifeNames[practice.life].name, lifeTones[practice.life]),
    ),
    ...facts([
      practice.community.name,
      `kept by ${named(practice.owner)}`,
      `version ${practice.version}`,
      ...signs(practice),
    ]),
    ...facts([others.length > 0 ? `With ${others.map(({ person }) => named(person)).join(', ')}` : '']),
    ...facts([practice.topics.length > 0 ? `Topics: ${practice.topics.join(', ')}` : '']),
    ...warning(practice),
    ...(practice.context.trim() === ''
      ? []
      : [titled(4, 'What it is good for'), ...markdownToAdf(practice.context, 4)]),
    ...(practice.body.trim() === '' ? [] : [titled(4, 'The practice'), ...markdownToAdf(practice.body, 4)]),
    ...endorsements(practice),
    ...adoptions(practice),
    closing(edition, href),
  ]);
}

const practiceLink = ({ id }: { id: string }, { serviceUrl }: Edition) => `${serviceUrl}/open/practices/${id}`;

const signs = ({ endorsementCount, teamCount, reviewBy, reviewDue }: PracticeCard): string[] => [
  endorsementCount > 0 ? counted(endorsementCount, 'endorsement') : '',
  teamCount > 0 ? counted(teamCount, 'team uses it', 'teams use it') : '',
  reviewBy ? `${reviewDue ? 'review was due' : 'review by'} ${dayOf(reviewBy)}` : '',
];

function warning({ life, lifeReason }: PracticeView): AdfNode[] {
  if (life !== 'retired' && life !== 'under-review') return [];
  const words = `${lifeNames[life].name}. ${lifeReason || `${lifeNames[life].means}.`}`;
  return [panel({ panelType: 'warning' })(said(words))];
}

function endorsements({ endorsements: voices, version: current }: PracticeView): AdfNode[] {
  if (voices.length === 0) return [];
  return [
    titled(4, 'Endorsed by'),
    bulletList(
      ...voices.map(({ person, version, note }) =>
        listItem([
          paragraph(
            ...bold(named(person)),
            ...text(`${version < current ? ` (version ${version})` : ''}${note ? `: ${note}` : ''}`),
          ),
        ]),
      ),
    ),
  ];
}

function adoptions({ adoptions: records }: PracticeView): AdfNode[] {
  if (records.length === 0) return [];
  return [
    titled(4, 'Where it is used'),
    ...records.flatMap(({ team, kind, outcome, story, measure, by, at }) => [
      paragraph(
        ...bold(team),
        ...text(
          ` ${kind === 'uses' ? 'uses this' : 'tried this'}${outcome ? `: ${outcomes[outcome]}` : ''} (${by.name}, ${dayOf(at)})`,
        ),
      ),
      ...(story ? markdownToAdf(story, 4) : []),
      ...(measure ? [said(measured(measure))] : []),
    ]),
  ];
}

type Measure = NonNullable<PracticeView['adoptions'][number]['measure']>;
const measured = ({ name, before, after, unit }: Measure): string =>
  `${name}: ${before === undefined ? '' : `${before.toLocaleString('en')} → `}${after.toLocaleString('en')}${unit ? ` ${unit}` : ''}`;
