import { Field, Input, Select, Text } from '@fluentui/react-components';
import type { MemberView } from '@copse/core/contracts';
import { type Role, roleNames, roles } from '@copse/core/vocabulary';
import { useState } from 'react';
import { endOfDay, today } from '../../lib/dates.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useGrantRole } from './grant-role.ts';

type Props = {
  readonly communityId: string;
  readonly member: { readonly id: string; readonly name: string; readonly roles: MemberView['roles'] };
  /** The role whose term is changed; without it, a new role is given. */
  readonly role?: Role;
  readonly onClose: () => void;
};

/** Gives a role with a term, or changes the term of one that is held. */
export function RoleDialog({ communityId, member, role: fixed, onClose }: Props) {
  const free = roles.filter((one) => !member.roles.some((held) => held.role === one));
  const [role, setRole] = useState<Role | undefined>(fixed ?? free[0]);
  const [until, setUntil] = useState('');
  const notices = useNotices();
  const grant = useGrantRole(communityId, () => {
    notices.done(role ? `${member.name} is ${roleNames[role].one.toLowerCase()} now.` : 'Saved.');
    onClose();
  });
  return (
    <FormDialog
      title={fixed ? `New term for ${member.name}` : `Give ${member.name} a role`}
      action="Save role"
      ready={role !== undefined}
      busy={grant.isPending}
      error={grant.error}
      onConfirm={() =>
        role && grant.mutate({ personId: member.id, role, body: until ? { until: endOfDay(until) } : {} })
      }
      onClose={onClose}
    >
      {fixed ? (
        <Text>
          {roleNames[fixed].one}: {roleNames[fixed].does}.
        </Text>
      ) : (
        <Field label="Role" {...(role ? { hint: `Somebody who ${roleNames[role].does}.` } : {})}>
          <Select value={role ?? ''} onChange={(_, { value }) => setRole(value as Role)}>
            {free.map((one) => (
              <option key={one} value={one}>
                {roleNames[one].one}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <TermField until={until} onChange={setUntil} />
    </FormDialog>
  );
}

/** The last day of a term; empty means that it stays open. */
export function TermField({ until, onChange }: { until: string; onChange: (until: string) => void }) {
  return (
    <Field label="Until" hint="Optional. A term that ends makes handing over easy.">
      <Input type="date" value={until} min={today()} onChange={(_, { value }) => onChange(value)} />
    </Field>
  );
}
