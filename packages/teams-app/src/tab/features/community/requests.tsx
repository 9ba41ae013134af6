import { Button, Field, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import type { PersonCard, RequestPage } from '@copse/core/contracts';
import { communityLimits } from '@copse/core/vocabulary';
import { useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Surface } from '../../parts/grid.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { Person } from '../../parts/person.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useAdmitMember } from './admit-member.ts';
import { useDeclineRequest } from './decline-request.ts';
import { useRequests } from './list-requests.ts';

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** Who asks to join. Shown only to those who may answer. */
export function Requests({ communityId }: { communityId: string }) {
  const styles = useStyles();
  const requests = useRequests(communityId);
  return (
    <Loaded query={requests} skeleton={<LinesSkeleton lines={2} />}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return items.length === 0 ? null : (
          <Section title="Requests to join">
            <ul className={styles.list} aria-label="Requests to join">
              {items.map((request) => (
                <li key={request.person.id ?? request.requestedAt}>
                  <Request communityId={communityId} request={request} />
                </li>
              ))}
            </ul>
            <LoadMore list={requests} />
          </Section>
        );
      }}
    </Loaded>
  );
}

function Request({
  communityId,
  request: { person, message, requestedAt },
}: {
  communityId: string;
  request: RequestPage['items'][number];
}) {
  const styles = useStyles();
  const [declining, setDeclining] = useState(false);
  const notices = useNotices();
  const admit = useAdmitMember(communityId, () => notices.done(`${person.name} is a member now.`));
  const { id } = person;
  return (
    <Surface>
      <div className={styles.row}>
        <Person person={person} note={<When at={requestedAt} />} />
        {id && (
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              aria-label={`Admit ${person.name}`}
              disabledFocusable={admit.isPending}
              onClick={() =>
                admit.mutate(id, { onError: (error) => notices.failed(error, `${person.name} was not admitted`) })
              }
            >
              Admit
            </Button>
            <Button aria-label={`Decline ${person.name}`} onClick={() => setDeclining(true)}>
              Decline
            </Button>
          </div>
        )}
      </div>
      {message && <Text dir="auto">{message}</Text>}
      {declining && <DeclineDialog communityId={communityId} person={person} onClose={() => setDeclining(false)} />}
    </Surface>
  );
}

function DeclineDialog({
  communityId,
  person,
  onClose,
}: {
  communityId: string;
  person: PersonCard;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const notices = useNotices();
  const decline = useDeclineRequest(communityId, () => {
    notices.done(`${person.name} will read your reason.`);
    onClose();
  });
  return (
    <FormDialog
      title={`Decline ${person.name}?`}
      action="Decline"
      ready={reason.trim().length >= 3 && person.id !== undefined}
      busy={decline.isPending}
      error={decline.error}
      onConfirm={() => person.id && decline.mutate({ personId: person.id, reason })}
      onClose={onClose}
    >
      <Field label="Reason" hint="They will read it. Say what they could do instead." required>
        <Textarea
          value={reason}
          maxLength={communityLimits.note}
          textarea={{ dir: 'auto' }}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
    </FormDialog>
  );
}
