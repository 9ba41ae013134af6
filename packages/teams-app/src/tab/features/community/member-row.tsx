import {
  Badge,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import type { MemberView } from '@copse/core/contracts';
import { type Role, roleNames } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Person } from '../../parts/person.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEndRole } from './end-role.ts';
import { useGrantRole } from './grant-role.ts';
import { RoleDialog } from './role-dialog.tsx';
import { useRemoveMember } from './remove-member.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 2rem',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 560px)': { gridTemplateColumns: 'minmax(0, 1fr) 2rem', rowGap: tokens.spacingVerticalXS },
  },
  roles: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    '@media (max-width: 560px)': {
      gridColumn: '1 / -1',
      gridRow: 2,
      // Below the name, not the picture.
      marginInlineStart: '40px',
      ':empty': { display: 'none' },
    },
  },
});

/** One member with their roles, and what may be done about both. */
export function MemberRow({ communityId, member }: { communityId: string; member: MemberView }) {
  const styles = useStyles();
  const { person, roles, joinedAt } = member;
  return (
    <li className={styles.row}>
      <div>
        <Person
          person={person}
          note={
            <>
              since <When at={joinedAt} style="day" />
            </>
          }
        />
      </div>
      <div className={styles.roles}>
        {roles.map(({ role, until, overdue }) => (
          <Badge key={role} appearance="tint" color={overdue ? 'warning' : 'brand'}>
            <span>
              {roleNames[role].one}
              {until && (
                <>
                  {overdue ? ' · term over ' : ' · until '}
                  <When at={until} style="day" />
                </>
              )}
            </span>
          </Badge>
        ))}
      </div>
      <MemberMenu communityId={communityId} member={member} />
    </li>
  );
}

function MemberMenu({
  communityId,
  member: { person, roles, abilities },
}: {
  communityId: string;
  member: MemberView;
}) {
  const [granting, setGranting] = useState<Role | 'any'>();
  const [removing, setRemoving] = useState(false);
  const notices = useNotices();
  const regrant = useGrantRole(communityId);
  const endRole = useEndRole(communityId, ({ personId, role }) => {
    const until = roles.find((held) => held.role === role)?.until;
    const body = until && new Date(until) > new Date() ? { until } : {};
    const name = roleNames[role].one.toLowerCase();
    if (abilities.layDownRoles) notices.done(`You are no longer ${name}. Thank you for your time in the role.`);
    else {
      notices.done(`${person.name} is no longer ${name}.`, { run: () => regrant.mutate({ personId, role, body }) });
    }
  });
  const { id } = person;
  const endsRoles = abilities.grantRoles || (abilities.layDownRoles && roles.length > 0);
  if (!id || !(endsRoles || abilities.remove)) return null;

  return (
    <>
      <Menu inline>
        <MenuTrigger disableButtonEnhancement>
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={`Manage ${person.name}`} />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {abilities.grantRoles && <MenuItem onClick={() => setGranting('any')}>Give a role…</MenuItem>}
            {abilities.grantRoles &&
              roles.map(({ role }) => (
                <MenuItem key={role} onClick={() => setGranting(role)}>
                  Change the term as {roleNames[role].one.toLowerCase()}…
                </MenuItem>
              ))}
            {endsRoles &&
              roles.map(({ role }) => (
                <MenuItem
                  key={role}
                  onClick={() =>
                    endRole.mutate(
                      { personId: id, role },
                      { onError: (error) => notices.failed(error, 'The role was not ended') },
                    )
                  }
                >
                  {abilities.layDownRoles ? 'Lay down' : 'End'} the role as {roleNames[role].one.toLowerCase()}
                </MenuItem>
              ))}
            {abilities.remove && <MenuItem onClick={() => setRemoving(true)}>Remove from the community…</MenuItem>}
          </MenuList>
        </MenuPopover>
      </Menu>
      {granting && (
        <RoleDialog
          communityId={communityId}
          member={{ id, name: person.name, roles }}
          {...(granting === 'any' ? {} : { role: granting })}
          onClose={() => setGranting(undefined)}
        />
      )}
      {removing && (
        <RemoveDialog communityId={communityId} id={id} name={person.name} onClose={() => setRemoving(false)} />
      )}
    </>
  );
}

type RemoveProps = {
  readonly communityId: string;
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
};

function RemoveDialog({ communityId, id, name, onClose }: RemoveProps) {
  const notices = useNotices();
  const remove = useRemoveMember(communityId, () => {
    notices.done(`${name} is no longer a member.`);
    onClose();
  });
  return (
    <FormDialog
      title={`Remove ${name}?`}
      action="Remove"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(id)}
      onClose={onClose}
    >
      <Text>What they wrote stays, with their name. Their roles here end. They can be invited again.</Text>
    </FormDialog>
  );
}
