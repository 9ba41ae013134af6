import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Select,
  tokens,
} from '@fluentui/react-components';
import type { QuestionView } from '@copse/core/contracts';
import { questionLimits as limits, questionVisibilities, type QuestionVisibility } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { fieldMessage, isRefusal } from '../../lib/say.ts';
import { visibilityNames } from '../../lib/visibility-names.ts';
import { wordDiff } from '../../lib/word-diff.ts';
import { DiffText } from '../../parts/diff-text.tsx';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { TopicsField } from '../../parts/topics-field.tsx';
import { useDraft } from '../../shell/draft.ts';
import { useNotices } from '../../shell/notices.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/session.tsx';
import { beginWriting, editBody, mergeLatest, type QuestionField, type QuestionForm } from './edit-form.ts';
import { useEditQuestion } from './edit-question.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, maxWidth: '56rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const fieldNames: Record<QuestionField, string> = {
  title: 'Your question',
  details: 'Details',
  topics: 'Topics',
  visibility: 'Who may read it',
};

/** Edits a question. Earlier texts stay in its history, and nobody's work is overwritten unseen. */
export default function EditPage({ question }: { question: QuestionView }) {
  const styles = useStyles();
  const { id, title, community } = question;
  const [, navigate] = useLocation();
  const api = useApi();
  const notices = useNotices();
  const draft = useDraft(`question.${id}`, beginWriting(question));
  const [both, setBoth] = useState<readonly QuestionField[]>([]);
  const writing = draft.value;
  const { base, form } = writing;
  const set = (part: Partial<QuestionForm>) => draft.change({ ...writing, form: { ...form, ...part } });
  const read = () => navigate(`/questions/${id}`);
  const edit = useEditQuestion(id, () => {
    draft.settle();
    notices.done('Saved. The earlier text stays in the history.');
    read();
  });

  /** Somebody saved first: theirs is fetched, mine is kept, and what both changed is shown before it is saved. */
  const meet = async () => {
    try {
      const merged = mergeLatest(writing, await api.get<QuestionView>(`/questions/${id}`));
      draft.change(merged.writing);
      setBoth(merged.both);
      edit.reset();
      notices.done('Somebody saved before you. Look at what is there now, then save again.');
    } catch (error) {
      notices.failed(error, 'The latest version could not be fetched');
    }
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const body = editBody(writing);
    if (Object.keys(body).length === 0) return read();
    setBoth([]);
    edit.mutate(
      { body, revision: writing.revision },
      { onError: (error) => isRefusal(error, 'changed-meanwhile') && void meet() },
    );
    return undefined;
  };
  const titleProblem = fieldMessage(edit.error, 'title');

  return (
    <Page
      title={`Edit “${title}”`}
      crumbs={[
        { label: community.name, path: `/communities/${community.id}/questions` },
        { label: title, path: `/questions/${id}` },
      ]}
    >
      <form className={styles.form} onSubmit={save} noValidate>
        <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(beginWriting(question))} />
        {both.map((field) => (
          <MessageBar key={field} intent="warning" layout="multiline">
            <MessageBarBody>
              <MessageBarTitle>{fieldNames[field]}: somebody else changed it too</MessageBarTitle> Saving puts your
              words in place of theirs:
              <DiffText parts={wordDiff(String(base[field]), String(form[field]))} />
            </MessageBarBody>
          </MessageBar>
        ))}
        <Field label={fieldNames.title} required {...(titleProblem ? { validationMessage: titleProblem } : {})}>
          <Input
            size="large"
            value={form.title}
            maxLength={limits.title}
            input={{ dir: 'auto' }}
            onChange={(_, { value }) => set({ title: value })}
          />
        </Field>
        <MarkdownField
          label={fieldNames.details}
          value={form.details}
          max={limits.details}
          rows={12}
          problem={fieldMessage(edit.error, 'details')}
          onChange={(details) => set({ details })}
        />
        <TopicsField
          label={fieldNames.topics}
          topics={form.topics}
          max={limits.topics}
          problem={fieldMessage(edit.error, 'topics')}
          onChange={(topics) => set({ topics })}
        />
        <Field label={fieldNames.visibility}>
          <Select value={form.visibility} onChange={(_, { value }) => set({ visibility: value as QuestionVisibility })}>
            {questionVisibilities.map((one) => (
              <option key={one} value={one}>
                {visibilityNames[one]}
              </option>
            ))}
          </Select>
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
