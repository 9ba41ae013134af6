import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { questionLimits as limits, questionVisibilities, type QuestionVisibility } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { beginningOf } from '../../lib/beginning.ts';
import { fieldMessage } from '../../lib/say.ts';
import { visibilityNames } from '../../lib/visibility-names.ts';
import { AnonymousSwitch } from '../../parts/anonymous-switch.tsx';
import { useAgreement } from '../../parts/conduct/agreement.ts';
import { ConductNotice } from '../../parts/conduct/conduct-notice.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useMyCommunities } from '../../parts/list-my-communities.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { MarkdownField } from '../../parts/markdown-field.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { TopicsField } from '../../parts/topics-field.tsx';
import { useDraft } from '../../shell/draft.ts';
import { useNotices } from '../../shell/notices.tsx';
import { Page } from '../../shell/page.tsx';
import { type AskForm, askProblems, type AskProblems, emptyQuestion } from './ask-form.ts';
import { useAskQuestion } from './ask-question.ts';
import { Similar } from './similar.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(16rem, 20rem)',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    '@media (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
  // What was asked before belongs beside the title that is being typed; where there is no room beside, below it.
  beside: { '@media (max-width: 820px)': { display: 'none' } },
  below: { '@media (min-width: 821px)': { display: 'none' } },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Asks a question. What was asked before shows up beside while the title is typed. */
export default function AskPage({ communityId = '' }: { communityId: string | undefined }) {
  const communities = useMyCommunities();
  return (
    <Page title="Ask a question" crumbs={[{ label: 'Questions', path: '/questions' }]}>
      <Loaded query={communities} skeleton={<LinesSkeleton lines={8} />}>
        {(mine) => {
          const open = mine.filter(({ abilities }) => abilities.ask);
          return open.length === 0 ? <NoCommunity /> : <Form communities={open} communityId={communityId} />;
        }}
      </Loaded>
    </Page>
  );
}

function NoCommunity() {
  const [, navigate] = useLocation();
  return (
    <Empty
      title="First join a community"
      action={
        <Button appearance="primary" onClick={() => navigate('/discover')}>
          Find communities
        </Button>
      }
    >
      Questions are asked in a community, where people care about the matter.
    </Empty>
  );
}

type FormProps = {
  readonly communities: readonly { readonly id: string; readonly name: string }[];
  readonly communityId: string;
};

function Form({ communities, communityId }: FormProps) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const notices = useNotices();
  const known = communities.some(({ id }) => id === communityId);
  const [begun] = useState(() => beginningOf(window.history.state));
  const start = {
    ...emptyQuestion(known ? communityId : communities.length === 1 ? (communities[0]?.id ?? '') : ''),
    ...(begun ? { title: begun.title, details: begun.text } : {}),
  };
  const draft = useDraft<AskForm>(`ask.${begun?.from ?? communityId}`, start);
  const [problems, setProblems] = useState<AskProblems>({});
  const form = draft.value;
  // A draft may name a community that this person has left meanwhile.
  const chosen = communities.some(({ id }) => id === form.communityId) ? form.communityId : '';
  const agreement = useAgreement(chosen);
  const ask = useAskQuestion(({ id, author }) => {
    draft.settle();
    notices.done(author.person ? 'Your question is asked.' : 'Your question is asked, without your name.');
    navigate(`/questions/${id}`);
  });
  const set = (part: Partial<AskForm>) => {
    draft.change({ ...form, ...part });
    setProblems({});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { ...form, communityId: chosen, title: form.title.trim() };
    const open = askProblems(body);
    setProblems(open);
    if (Object.keys(open).length === 0 && agreement.ready) agreement.agreeAndThen(() => ask.mutate(body));
  };
  const titleProblem = problems.title ?? fieldMessage(ask.error, 'title');
  const busy = ask.isPending || agreement.busy;

  return (
    <div className={styles.columns}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(start)} />
        <Field
          label="Community"
          required
          {...(problems.communityId ? { validationMessage: problems.communityId } : {})}
        >
          <Select value={chosen} onChange={(_, { value }) => set({ communityId: value })}>
            <option value="">Choose…</option>
            {communities.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label="Your question"
          hint="In one sentence, as you would ask a colleague."
          required
          {...(titleProblem ? { validationMessage: titleProblem } : {})}
        >
          <Input
            size="large"
            value={form.title}
            maxLength={limits.title}
            input={{ dir: 'auto' }}
            onChange={(_, { value }) => set({ title: value })}
          />
        </Field>
        <div className={styles.below}>
          <Similar title={form.title} communityId={chosen} />
        </div>
        <MarkdownField
          label="Details"
          hint="What have you tried, and what happened? Markdown."
          value={form.details}
          max={limits.details}
          rows={8}
          problem={fieldMessage(ask.error, 'details')}
          onChange={(details) => set({ details })}
        />
        <TopicsField
          label="Topics"
          hint="Copse asks people who know these. Enter or a comma after each."
          topics={form.topics}
          max={limits.topics}
          problem={fieldMessage(ask.error, 'topics')}
          onChange={(topics) => set({ topics })}
        />
        <Field label="Who may read it">
          <Select value={form.visibility} onChange={(_, { value }) => set({ visibility: value as QuestionVisibility })}>
            {questionVisibilities.map((one) => (
              <option key={one} value={one}>
                {visibilityNames[one]}
              </option>
            ))}
          </Select>
        </Field>
        <AnonymousSwitch
          what="question"
          communityId={chosen}
          checked={form.anonymous}
          onChange={(anonymous) => set({ anonymous })}
        />
        <ConductNotice agreement={agreement} />
        {ask.isError && <Problem error={ask.error} />}
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={busy || (chosen !== '' && !agreement.ready)}>
            {busy ? 'One moment…' : form.anonymous ? 'Ask without my name' : 'Ask'}
          </Button>
          {chosen !== '' && !agreement.ready && <Text size={200}>Say yes to the code of conduct first.</Text>}
        </div>
      </form>
      <aside aria-label="Questions like yours" className={styles.beside}>
        <Similar title={form.title} communityId={chosen} />
      </aside>
    </div>
  );
}
