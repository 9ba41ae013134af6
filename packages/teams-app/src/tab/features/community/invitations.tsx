import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { InvitationPage } from '@copse/core/contracts';
import { LoadMore } from '../../parts/load-more.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Person } from '../../parts/person.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useInvitations } from './list-invitations.ts';
import { useWithdrawInvitation } from './withdraw-invitation.ts';

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
});

/** Who was invited and has not answered yet. */
export function Invitations({ communityId }: { communityId: string }) {
  const styles = useStyles();
  const invitations = useInvitations(communityId);
  return (
    <Loaded query={invitations} skeleton={null}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length === 0 ? null : (
          <Section title="Open invitations">
            <ul className={styles.list} aria-label="Open invitations">
              {items.map((invitation) => (
                <li key={invitation.person.id ?? invitation.invitedAt} className={styles.row}>
                  <Person person={invitation.person} note={<Note invitation={invitation} />} />
                  <Withdraw communityId={communityId} invitation={invitation} />
                </li>
              ))}
            </ul>
            <LoadMore list={invitations} />
          </Section>
        );
      }}
    </Loaded>
  );
}

type Invitation = InvitationPage['items'][number];

function Note({ invitation: { by, invitedAt } }: { invitation: Invitation }) {
  return (
    <>
      {by && <bdi>{by.name}, </bdi>}
      <When at={invitedAt} />
    </>
  );
}

function Withdraw({ communityId, invitation: { person } }: { communityId: string; invitation: Invitation }) {
  const notices = useNotices();
  const withdraw = useWithdrawInvitation(communityId, () =>
    notices.done(`The invitation to ${person.name} was withdrawn.`),
  );
  const { id } = person;
  if (!id) return null;
  return (
    <Button
      size="small"
      aria-label={`Withdraw the invitation to ${person.name}`}
      disabledFocusable={withdraw.isPending}
      onClick={() => withdraw.mutate(id, { onError: (error) => notices.failed(error, 'The invitation still stands') })}
    >
      Withdraw
    </Button>
  );
}
