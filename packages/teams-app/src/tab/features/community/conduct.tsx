import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ConductView } from '@copse/core/contracts';
import { trustLimits } from '@copse/core/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { queryKeys } from '../../lib/query-keys.ts';
import { isRefusal } from '../../lib/say.ts';
import { useConduct } from '../../parts/conduct/see-conduct.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { SavedMeanwhile } from '../../parts/saved-meanwhile.tsx';
import { useDraft } from '../../shell/draft.ts';
import { useNotices } from '../../shell/notices.tsx';
import { useApi } from '../../shell/session.tsx';
import { useEditConduct } from './edit-conduct.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '56rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The code of conduct, and writing the community's own. */
export function Conduct({ communityId }: { communityId: string }) {
  const conduct = useConduct(communityId);
  const [editing, setEditing] = useState(false);
  const stop = () => setEditing(false);
  return (
    <Section
      title="Code of conduct"
      action={
        conduct.data?.abilities.edit && !editing && <Button onClick={() => setEditing(true)}>Write our own</Button>
      }
    >
      <Loaded query={conduct} skeleton={<LinesSkeleton lines={4} />}>
        {(view) =>
          editing ? (
            <Form communityId={communityId} conduct={view} onClose={stop} />
          ) : (
            <>
              <Text>{view.own ? 'The community wrote its own.' : 'The one that every community has.'}</Text>
              <MarkdownText text={view.text} topHeading={3} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

type FormProps = { readonly communityId: string; readonly conduct: ConductView; readonly onClose: () => void };

/** What is typed, and the revision that it began with. */
type Writing = { readonly text: string; readonly revision: number };

function Form({ communityId, conduct, onClose }: FormProps) {
  const { own, text, revision } = conduct;
  const styles = useStyles();
  const notices = useNotices();
  const api = useApi();
  const queries = useQueryClient();
  const [met, setMet] = useState(false);
  const draft = useDraft<Writing>(`conduct.${communityId}`, { text, revision });
  const typed = draft.value.text;
  const edit = useEditConduct(communityId, () => {
    draft.settle();
    notices.done('Saved. Whoever writes here next sees it.');
    onClose();
  });

  /** What somebody else saved meanwhile comes below what is typed here, so that neither is lost. */
  const meet = async () => {
    try {
      const latest = await api.get<ConductView>(`/communities/${communityId}/conduct`);
      queries.setQueryData(queryKeys.conduct(communityId), latest);
      const both = typed.trim() === latest.text.trim() ? typed : `${typed.trim()}\n\n${latest.text}`;
      draft.change({ text: both, revision: latest.revision });
      setMet(true);
      edit.reset();
    } catch (error) {
      notices.failed(error, 'The latest version could not be fetched');
    }
  };
  const write = (ours: string) => {
    setMet(false);
    edit.mutate(
      { text: ours, revision: draft.value.revision },
      {
        onError: (error) => {
          if (isRefusal(error, 'changed-meanwhile')) void meet();
        },
      },
    );
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    write(typed.trim());
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard({ text, revision })} />
      <MarkdownField
        label="How do you treat each other?"
        value={typed}
        max={trustLimits.conduct}
        rows={10}
        onChange={(changed) => draft.change({ ...draft.value, text: changed })}
      />
      {edit.isError && !isRefusal(edit.error, 'changed-meanwhile') && <Problem error={edit.error} />}
      {met && <SavedMeanwhile kept="What they wrote stands below yours." />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={edit.isPending || typed.trim() === ''}>
          {edit.isPending ? 'Saving…' : 'Save'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        {own && (
          <Button disabledFocusable={edit.isPending} onClick={() => write('')}>
            Go back to the usual one
          </Button>
        )}
      </div>
    </form>
  );
}
