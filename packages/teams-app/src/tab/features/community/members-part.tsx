import { Button, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import type { CommunityView } from '@copse/core/contracts';
import { roleNames, roles } from '@copse/core/vocabulary';
import { useState } from 'react';
import { useSettled } from '../../lib/debounce.ts';
import { Empty } from '../../parts/empty.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { useMembers } from './list-members.ts';
import { MemberRow } from './member-row.tsx';
import { MyRoles } from './my-roles.tsx';
import { Requests } from './requests.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  search: { flexGrow: 1, flexBasis: '14rem' },
  wide: { maxWidth: 'none' },
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' },
});

/** Who takes part, and everything about coming, going and looking after it. */
export default function MembersPart({ community }: { community: CommunityView }) {
  const styles = useStyles();
  const { id, abilities } = community;
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState('');
  const [inviting, setInviting] = useState(false);
  const q = useSettled(typed.trim());
  const members = useMembers(id, { q, role });
  const items = members.data?.pages.flatMap((page) => page.items);

  return (
    <div className={styles.part}>
      {abilities.admit && <Requests communityId={id} />}
      <MyRoles community={community} />
      <Section
        title="Members"
        action={
          abilities.invite && (
            <Button icon={<PersonAddRegular />} onClick={() => setInviting(true)}>
              Invite
            </Button>
          )
        }
      >
        <div className={styles.row}>
          <Field label="Search members" className={styles.search}>
            <SearchBox
              className={styles.wide}
              value={typed}
              maxLength={80}
              onChange={(_, { value }) => setTyped(value)}
            />
          </Field>
          <Field label="Role">
            <Select value={role} onChange={(_, { value }) => setRole(value)}>
              <option value="">Everyone</option>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {roleNames[one].many}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {members.error && <Problem error={members.error} onRetry={() => void members.refetch()} />}
        {members.isPending && <LinesSkeleton lines={6} />}
        {items?.length === 0 && (
          <Empty title="Nobody like that">
            {q || role ? 'Try a shorter name, or choose “Everyone”.' : 'Members show up here as soon as they join.'}
          </Empty>
        )}
        <ul className={styles.list} aria-label="Members">
          {items?.map((member) => (
            <MemberRow key={member.person.id ?? member.joinedAt} communityId={id} member={member} />
          ))}
        </ul>
        <LoadMore list={members} />
      </Section>
      {abilities.invite && <Invitations communityId={id} />}
      {inviting && <InviteDialog community={community} onClose={() => setInviting(false)} />}
    </div>
  );
}
