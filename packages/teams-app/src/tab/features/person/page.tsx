import { Avatar, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PersonView } from '@copse/core/contracts';
import type { SkillLevel } from '@copse/core/vocabulary';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton, PageSkeleton } from '../../parts/skeletons.tsx';
import { Topics } from '../../parts/topics.tsx';
import { Page } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { Apart } from './apart.tsx';
import { usePerson } from './see-person.ts';
import { ServiceAccount } from './service-account.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL, maxWidth: '48rem' },
  who: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, overflowWrap: 'anywhere' },
});

/** A colleague, as far as they have told about themselves. */
export default function PersonPage({ id }: { id: string }) {
  const person = usePerson(id);
  if (person.data) return <Profile person={person.data} />;
  if (person.isPending) return <PageSkeleton />;
  return (
    <Page title="Person">
      <Loaded query={person} skeleton={<LinesSkeleton />}>
        {() => null}
      </Loaded>
    </Page>
  );
}

const levels: readonly (readonly [SkillLevel, string])[] = [
  ['can-teach', 'Can teach'],
  ['practises', 'Practises'],
  ['wants-to-learn', 'Wants to learn'],
];

function Profile({ person }: { person: PersonView }) {
  const styles = useStyles();
  const { locale } = useSession().host;
  const { name, interests, skills, challenge, languages } = person;
  const tongues = new Intl.DisplayNames([locale, 'en'], { type: 'language' });
  const told = interests.length > 0 || skills.length > 0 || challenge;
  return (
    <Page title={name} lead={<Who person={person} />}>
      <div className={styles.all}>
        {!told && (
          <Empty title="Nothing here yet">They have not said yet what they care about or what they can teach.</Empty>
        )}
        {challenge && (
          <Section title="Current challenge">
            <Text dir="auto">{challenge}</Text>
          </Section>
        )}
        {levels.map(([level, title]) => {
          const topics = skills.filter((skill) => skill.level === level).map(({ topic }) => topic);
          return topics.length > 0 ? (
            <Section key={level} title={title}>
              <Topics topics={topics} max={100} />
            </Section>
          ) : null;
        })}
        {interests.length > 0 && (
          <Section title="Interests">
            <Topics topics={interests} max={100} />
          </Section>
        )}
        {languages.length > 0 && (
          <Section title="Languages">
            <Text>{languages.map((tag) => nameOf(tongues, tag)).join(', ')}</Text>
          </Section>
        )}
        <Apart person={person} />
        {person.abilities.markServiceAccount && <ServiceAccount person={person} />}
      </div>
    </Page>
  );
}

/** What stands below the name: where they belong, and what time it is for them. */
function Who({ person }: { person: PersonView }) {
  const { id, name, affiliation, team, guest, serviceAccount, timeZone } = person;
  const styles = useStyles();
  const kind = serviceAccount ? 'Service account' : guest && 'Guest';
  const facts = [affiliation, team, kind, timeZone.replaceAll('_', ' ')].filter(Boolean).join(' · ');
  return (
    <div className={styles.who}>
      <Avatar name={name} size={40} color="colorful" idForColor={id} aria-hidden />
      <Text dir="auto">{facts}</Text>
    </div>
  );
}

/** A tag that the browser does not know is shown as it is. */
function nameOf(tongues: Intl.DisplayNames, tag: string): string {
  try {
    return tongues.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
