import type { CommunityCard, MeView, PersonView } from '@copse/core/contracts';
import type { SkillLevel } from '@copse/core/vocabulary';
import { words } from '../strings.ts';
import { type Card, card, type Element, openPage, pressOnly, small, text } from './card.ts';
import { backLine } from './community-card.ts';
import { heading } from './note-card.ts';
import { clip, plain } from './plain.ts';
import { dots } from './rows.ts';
import type { Viewer } from './viewer.ts';

const say = words.me;
const MOST = 12;

/** A person's own profile, as they may want to check it in passing. */
export function meCard(me: MeView, mine: readonly CommunityCard[], viewer: Viewer): Card {
  const others = me.accounts.filter(({ current }) => !current);
  return card({
    body: [
      { ...heading(plain(me.name)), size: 'Large' },
      small(dots(plain(me.affiliation ?? me.organisation.name), me.timeZone)),
      small(say.title),
      ...profileLines(me),
      line(
        say.communities,
        mine.map(({ name }) => name),
        say.nothing,
      ),
      others.length > 0
        ? line(
            say.accounts,
            others.map(({ kind, label }) => `${say.kinds[kind]} (${label})`),
          )
        : undefined,
    ],
    actions: [pressOnly(say.editInterests, 'ask-interests'), openPage(say.edit, viewer.links.page('me'))],
    fallback: `${me.name}: ${me.interests.join(', ')}`,
  });
}

/** A colleague, as they describe themselves. */
export function personCard(person: PersonView, back: string | undefined): Card {
  return card({
    body: [
      back ? backLine(back) : undefined,
      { ...heading(plain(person.name)), size: 'Large' },
      small(dots(person.affiliation ? plain(person.affiliation) : undefined, person.timeZone)),
      ...profileLines(person),
    ],
    fallback: `${person.name}: ${person.interests.join(', ')}`,
  });
}

type Profile = Pick<PersonView, 'interests' | 'skills' | 'challenge'>;

function profileLines({ interests, skills, challenge }: Profile): (Element | undefined)[] {
  const of = (level: SkillLevel) => skills.filter((skill) => skill.level === level).map(({ topic }) => topic);
  const optional = (label: string, items: string[]) => (items.length > 0 ? line(label, items) : undefined);
  return [
    line(say.interests, interests, say.nothing),
    optional(say.teach, of('can-teach')),
    optional(say.practises, of('practises')),
    optional(say.learn, of('wants-to-learn')),
    challenge ? text(`**${say.challenge}:** ${plain(clip(challenge, 240))}`, { spacing: 'Small' }) : undefined,
  ];
}

function line(label: string, items: readonly string[], none = ''): Element {
  const more = items.length - MOST;
  const shown = [...items.slice(0, MOST).map((item) => plain(item)), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return text(`**${label}:** ${shown || `_${none}_`}`, { spacing: 'Small' });
}
