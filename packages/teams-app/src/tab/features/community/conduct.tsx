import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ConductView } from '@copse/core/contracts';
import { trustLimits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { useConduct } from '../../parts/conduct/see-conduct.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { MarkdownText } from '../../parts/markdown-text.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useDraft } from '../../shell/draft.ts';
import { useNotices } from '../../shell/notices.tsx';
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

function Form({ communityId, conduct: { own, text }, onClose }: FormProps) {
  const styles = useStyles();
  const notices = useNotices();
  const draft = useDraft(`conduct.${communityId}`, text);
  const edit = useEditConduct(communityId, () => {
    draft.settle();
    notices.done('Saved. Whoever writes here next sees it.');
    onClose();
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    edit.mutate({ text: draft.value.trim() });
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(text)} />
      <MarkdownField
        label="How do you treat each other?"
        value={draft.value}
        max={trustLimits.conduct}
        rows={10}
        onChange={draft.change}
      />
      {edit.isError && <Problem error={edit.error} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={edit.isPending || draft.value.trim() === ''}>
          {edit.isPending ? 'Saving…' : 'Save'}
        </Button>
        <Button onClick={onClose}>Cancel</Button>
        {own && (
          <Button disabledFocusable={edit.isPending} onClick={() => edit.mutate({ text: '' })}>
            Go back to the usual one
          </Button>
        )}
      </div>
    </form>
  );
}
