import { Button, Field, Link, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import type { PracticeView, PublicationView } from '@copse/core/contracts';
import type { PublicationChoice } from '@copse/core/vocabulary';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { Empty } from '../../parts/empty.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RestoredNotice } from '../../parts/restored-notice.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { useDraft } from '../../shell/draft.ts';
import { useNotices } from '../../shell/notices.tsx';
import { Page } from '../../shell/page.tsx';
import { useChoosePublication } from './choose-publication.ts';
import { Difference } from './difference.tsx';
import { MergedFields, type MergedText } from './merged-fields.tsx';
import { usePublication } from './see-publication.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '56rem' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** The practice and its page were both changed: what differs, and what becomes of it. */
export default function BothSidesPage({ practice }: { practice: PracticeView }) {
  const publication = usePublication(practice.id);
  const [, navigate] = useLocation();
  const back = () => navigate(`/practices/${practice.id}`);
  return (
    <Page
      title="The practice and its page differ"
      crumbs={[
        { label: practice.community.name, path: `/communities/${practice.community.id}/practices` },
        { label: practice.title, path: `/practices/${practice.id}` },
      ]}
    >
      <Loaded query={publication} skeleton={<LinesSkeleton lines={10} />}>
        {(view) =>
          view.bothSides ? (
            <Choice
              key={view.bothSides.page.version}
              publication={view}
              sides={view.bothSides}
              onDone={back}
              onRefused={() => void publication.refetch()}
            />
          ) : (
            <Empty title="There is nothing to choose" action={<Button onClick={back}>Back to the practice</Button>}>
              The practice and its page are no longer apart, or it is for somebody else to choose.
            </Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

type Sides = NonNullable<PublicationView['bothSides']>;
type Props = {
  readonly publication: PublicationView;
  readonly sides: Sides;
  readonly onDone: () => void;
  /** The page has perhaps been changed once more: what there is now is fetched. */
  readonly onRefused: () => void;
};

const textOf = ({ title, context, body }: MergedText): MergedText => ({ title, context, body });

const told: Record<PublicationChoice, string> = {
  practice: 'On its way to the page. Confluence fetches it within five minutes.',
  page: 'The page’s text is the new version of the practice.',
  merged: 'Saved as a new version, and on its way to the page.',
};

function Choice({ publication: { practiceId, page: shown }, sides, onDone, onRefused }: Props) {
  const styles = useStyles();
  const notices = useNotices();
  const { practice, page, fields, fits } = sides;
  const [choice, setChoice] = useState<PublicationChoice>();
  const draft = useDraft<MergedText>(`both-sides.${practiceId}`, textOf(practice));
  const text = draft.value;
  const choose = useChoosePublication(practiceId, () => {
    draft.settle();
    notices.done(choice ? told[choice] : 'Saved.');
    onDone();
  });
  const ready = choice !== undefined && (choice !== 'merged' || text.title.trim().length >= 5);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!choice || !ready) return;
    const { title, context, body } = text;
    const merged = choice === 'merged' ? { text: { title: title.trim(), context, body } } : {};
    choose.mutate({ pageVersion: page.version, choice, ...merged }, { onError: onRefused });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Text>
        Both were changed since they were last the same: the practice, which is at version {practice.version} now, and{' '}
        {shown ? <PageLink page={shown} /> : 'the page'}, which {page.by?.name ?? 'somebody'} changed{' '}
        <When at={page.at} />. Nothing is overwritten until you choose.
      </Text>
      <Section title="What differs">
        <Text size={200}>
          From the practice to the page: what only the practice has is struck out, what only the page has is underlined.
        </Text>
        {page.body === undefined ? (
          <Text>The page is too long to be shown here.</Text>
        ) : (
          <Difference difference={{ fields }} />
        )}
      </Section>
      <Field label="What shall count?" required>
        <RadioGroup value={choice ?? ''} onChange={(_, { value }) => setChoice(value as PublicationChoice)}>
          <Radio value="practice" label="The practice: its text goes on the page" />
          <Radio
            value="page"
            disabled={!fits}
            label={
              fits
                ? 'The page: its text becomes a new version of the practice'
                : 'The page (it holds more than a practice can)'
            }
          />
          <Radio value="merged" label="Something of both: I write it now" />
        </RadioGroup>
      </Field>
      {choice === 'merged' && (
        <>
          <RestoredNotice at={draft.restoredAt} onDiscard={() => draft.discard(textOf(practice))} />
          <MergedFields text={text} sides={sides} onChange={draft.change} />
        </>
      )}
      {choose.isError && <Problem error={choose.error} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={!ready || choose.isPending}>
          {choose.isPending ? 'One moment…' : 'Keep this'}
        </Button>
        <Button onClick={onDone}>Decide later</Button>
      </div>
    </form>
  );
}

function PageLink({ page }: { page: NonNullable<PublicationView['page']> }) {
  return (
    <Link inline href={page.url} target="_blank" rel="noopener noreferrer">
      <bdi>{page.title}</bdi>
    </Link>
  );
}
