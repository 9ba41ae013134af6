import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CommunityView, PersonCard } from '@copse/core/contracts';
import { type Role, roleNames } from '@copse/core/vocabulary';
import { useState } from 'react';
import { endOfDay } from '../../lib/dates.ts';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useHandOverRole } from './hand-over-role.ts';
import { TermField } from './role-dialog.tsx';

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

/** The viewer's own roles here, each with the way to pass it on. */
export function MyRoles({ community }: { community: CommunityView }) {
  const styles = useStyles();
  const [handing, setHanding] = useState<Role>();
  const { myRoles, abilities } = community;
  if (myRoles.length === 0) return null;
  return (
    <Section title="My roles here">
      <ul className={styles.list}>
        {myRoles.map((role) => (
          <li key={role} className={styles.row}>
            <Text>
              <strong>{roleNames[role].one}</strong>: {roleNames[role].does}.
            </Text>
            {abilities.handOver && (
              <Button onClick={() => setHanding(role)} aria-label={`Hand over: ${roleNames[role].one}`}>
                Hand over
              </Button>
            )}
          </li>
        ))}
      </ul>
      {handing && <HandOverDialog communityId={community.id} role={handing} onClose={() => setHanding(undefined)} />}
    </Section>
  );
}

function HandOverDialog({ communityId, role, onClose }: { communityId: string; role: Role; onClose: () => void }) {
  const [person, setPerson] = useState<PersonCard>();
  const [until, setUntil] = useState('');
  const notices = useNotices();
  const name = roleNames[role].one.toLowerCase();
  const handOver = useHandOverRole(communityId, () => {
    notices.done(`${person?.name ?? 'Your successor'} is ${name} now. Thank you for your time in the role.`);
    onClose();
  });
  return (
    <FormDialog
      title={`Hand over as ${name}`}
      action="Hand over"
      ready={person?.id !== undefined}
      busy={handOver.isPending}
      error={handOver.error}
      onConfirm={() =>
        person?.id && handOver.mutate({ role, toPersonId: person.id, ...(until ? { until: endOfDay(until) } : {}) })
      }
      onClose={onClose}
    >
      <Text>They take the role at once, and you give it up. You stay a member.</Text>
      <PersonPicker label="Who takes over?" communityId={communityId} chosen={person} onChoose={setPerson} required />
      <TermField until={until} onChange={setUntil} />
    </FormDialog>
  );
}
