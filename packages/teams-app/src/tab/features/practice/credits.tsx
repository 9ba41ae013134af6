import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { PersonCard, PracticeView } from '@copse/core/contracts';
import type { CreditKind } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { Person } from '../../parts/person.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useMe } from '../../shell/see-me.ts';
import { creditNames } from './credit-names.ts';
import { useCreditPerson } from './credit-person.ts';
import { useRemoveCredit } from './remove-credit.ts';

const CreditDialog = lazy(() => import(/* webpackChunkName: "practice-dialogs" */ './credit-dialog.tsx'));

const useStyles = makeStyles({
  list: plainList,
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

/** Who made the practice what it is. */
export function Credits({ practice: { id, owner, contributors, abilities } }: { practice: PracticeView }) {
  const styles = useStyles();
  const [crediting, setCrediting] = useState(false);
  const notices = useNotices();
  const me = useMe();
  const restore = useCreditPerson(id);
  const remove = useRemoveCredit(id);
  const isOwner = ({ person }: { person: PersonCard }) => owner.id !== undefined && person.id === owner.id;
  const isMe = ({ id: personId }: PersonCard) => personId !== undefined && personId === me.data?.id;
  const ownCredits = contributors.filter(isOwner).map(({ credit }) => creditNames[credit].toLowerCase());
  const others = contributors.filter((contributor) => !isOwner(contributor));
  const drop = (person: PersonCard, credit: CreditKind) => {
    const personId = person.id;
    if (!personId) return;
    remove.mutate(personId, {
      // With their name, people give up the right to put it back.
      onSuccess: () =>
        isMe(person)
          ? notices.done('You are no longer credited.')
          : notices.done(`${person.name} is no longer credited.`, { run: () => restore.mutate({ personId, credit }) }),
      onError: (error) => notices.failed(error, 'The credit was not removed'),
    });
  };

  return (
    <Section beside title="Credit">
      <ul className={styles.list}>
        <li>
          <Person person={owner} note={['Owner', ...ownCredits].join(', ')} />
        </li>
        {others.map(({ person, credit }) => (
          <li key={`${person.id ?? person.name} ${credit}`} className={styles.row}>
            <Person person={person} note={creditNames[credit]} />
            {(isMe(person) || (abilities.credit && person.id)) && (
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={isMe(person) ? 'Take my name off' : `Remove the credit of ${person.name}`}
                onClick={() => drop(person, credit)}
              />
            )}
          </li>
        ))}
      </ul>
      {abilities.credit && <Button onClick={() => setCrediting(true)}>Credit somebody</Button>}
      <Suspense>{crediting && <CreditDialog id={id} onClose={() => setCrediting(false)} />}</Suspense>
    </Section>
  );
}
