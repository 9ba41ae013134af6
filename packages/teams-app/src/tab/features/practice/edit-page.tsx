import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { PracticeView } from '@copse/core/contracts';
import { practiceLimits as limits } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useDraft } from '../../shell/draft.ts';
import { fieldMessage, isRefusal } from '../../lib/say.ts';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { TopicsField } from '../../parts/topics-field.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/session.tsx';
import { type Clash, ClashBoard } from './clash-board.tsx';
import { beginWriting, editBody, mergeLatest, type PracticeForm } from './edit-form.ts';
import { useEditPractice } from './edit-practice.ts';
import { PlacementFields } from './placement-fields.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '56rem' },
  buttons: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground2,
  },
});

/** Writes a practice. Every keystroke is kept on the device until it is saved; nobody's work is overwritten. */
export default function EditPage({ practice }: { practice: PracticeView }) {
  const styles = useStyles();
  const { id, title, community } = practice;
  const [, navigate] = useLocation();
  const api = useApi();
  const notices = useNotices();
  const draft = useDraft(`practice.${id}`, beginWriting(practice));
  const [clash, setClash] = useState<Clash>();
  const writing = draft.value;
  const { form, note } = writing;
  const set = (part: Partial<PracticeForm>) => draft.change({ ...writing, form: { ...form, ...part } });
  const read = () => navigate(`/practices/${id}`);

  const edit = useEditPractice(id, () => {
    draft.settle();
    notices.done('Saved.');
    read();
  });

  /** Somebody saved first: fetch theirs, keep mine, and show side by side what both changed. */
  const meet = async () => {
    try {
      const merged = mergeLatest(writing, await api.get<PracticeView>(`/practices/${id}`));
      draft.change(merged.writing);
      setClash({ fields: merged.conflicts, theirs: merged.writing.base });
      edit.reset();
    } catch (error) {
      notices.failed(error, 'The latest version could not be fetched');
    }
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = editBody(writing);
    if (Object.keys(body).length === 0) return read();
    setClash(undefined);
    edit.mutate(
      { body, revision: writing.revision },
      {
        onError: (error) => {
          if (isRefusal(error, 'changed-meanwhile')) void meet();
        },
      },
    );
    return undefined;
  };
  const problem = (field: string) => fieldMessage(edit.error, field);
  const titleProblem = problem('title');

  return (
    <Page
      title={`Edit “${title}”`}
      crumbs={[
        { label: community.name, path: `/communities/${community.id}/practices` },
        { label: title, path: `/practices/${id}` },
      ]}
    >
      <form className={styles.form} onSubmit={save} noValidate>
        <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(beginWriting(practice))} />
        {clash && <ClashBoard clash={clash} mine={form} onTake={(field, theirs) => set({ [field]: theirs[field] })} />}
        <Field label="Title" required {...(titleProblem ? { validationMessage: titleProblem } : {})}>
          <Input
            size="large"
            value={form.title}
            maxLength={limits.title}
            input={{ dir: 'auto' }}
            onChange={(_, { value }) => set({ title: value })}
          />
        </Field>
        <MarkdownField
          label="What it is good for"
          hint="When should one reach for it, and when not?"
          value={form.context}
          max={limits.context}
          rows={4}
          problem={problem('context')}
          onChange={(context) => set({ context })}
        />
        <MarkdownField
          label="The practice"
          value={form.body}
          max={limits.body}
          rows={16}
          problem={problem('body')}
          onChange={(body) => set({ body })}
        />
        <TopicsField
          label="Topics"
          topics={form.topics}
          max={limits.topics}
          problem={problem('topics')}
          onChange={(topics) => set({ topics })}
        />
        <PlacementFields communityId={community.id} form={form} onChange={set} />
        <Field label="What did you change?" hint="Optional; it stands in the history.">
          <Input
            value={note}
            maxLength={limits.note}
            input={{ dir: 'auto' }}
            onChange={(_, { value }) => draft.change({ ...writing, note: value })}
          />
        </Field>
        {edit.isError && !isRefusal(edit.error, 'changed-meanwhile') && <Problem error={edit.error} />}
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={edit.isPending}>
            {edit.isPending ? 'Saving…' : 'Save'}
          </Button>
          <Button onClick={read}>Back without saving</Button>
        </div>
      </form>
    </Page>
  );
}
