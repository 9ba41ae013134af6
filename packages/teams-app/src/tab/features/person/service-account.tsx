import { Button, Text } from '@fluentui/react-components';
import type { PersonView } from '@copse/core/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useAction } from '../../lib/intent.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { Problem } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useApi } from '../../shell/session.tsx';

/** Only administrators see this: whether there is a person behind the account. */
export function ServiceAccount({ person: { id, name, serviceAccount } }: { person: PersonView }) {
  const notices = useNotices();
  const mark = useMarkServiceAccount(id, (marked) =>
    notices.done(marked ? `${name} is a service account now.` : `${name} is a person now.`),
  );
  return (
    <Section title="For administrators">
      <Text>
        {serviceAccount
          ? 'This is marked as a service account: it is introduced to nobody, is no mentor and no peer of a circle, and is asked nothing.'
          : 'Is nobody behind this account? A service account is introduced to nobody, is no mentor and no peer of a circle, and is asked nothing.'}
      </Text>
      <div>
        <Button disabledFocusable={mark.isPending} onClick={() => mark.mutate(!serviceAccount)}>
          {serviceAccount ? 'This is a person' : 'Mark as a service account'}
        </Button>
      </div>
      {mark.isError && <Problem error={mark.error} />}
    </Section>
  );
}

function useMarkServiceAccount(id: string, onDone: (marked: boolean) => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useAction<PersonView, boolean>(
    (serviceAccount, idempotencyKey) =>
      api.send('PUT', `/people/${id}/service-account`, { body: { serviceAccount }, idempotencyKey }),
    {
      onDone(person) {
        queries.setQueryData(queryKeys.person(id), person);
        onDone(person.serviceAccount);
      },
    },
  );
}
