import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PracticeView, PublicationView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { Section } from '../../parts/section.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { PublicationCourse } from './publication-course.tsx';
import { useQueuePublication } from './queue-publication.ts';
import { usePublication } from './see-publication.ts';

const PublishDialog = lazy(() => import(/* webpackChunkName: "practice-publishing" */ './publish-dialog.tsx'));
const WithdrawDialog = lazy(() => import(/* webpackChunkName: "practice-publishing" */ './withdraw-dialog.tsx'));

const useStyles = makeStyles({
  buttons: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
  link: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The practice's page in Confluence: where it is, how it stands, and what this person can do about it. */
export function Publication({ practice }: { practice: PracticeView }) {
  const publication = usePublication(practice.id).data;
  if (!publication) return null;
  const { state, page, abilities } = publication;
  const nothingToSay = state === 'none' && !page && !abilities.publish;
  if (nothingToSay) return null;
  return (
    <Section beside title="In Confluence">
      <Page publication={publication} />
      <PublicationCourse publication={publication} />
      <Steps practice={practice} publication={publication} />
    </Section>
  );
}

function Page({ publication: { page, state } }: { publication: PublicationView }) {
  const styles = useStyles();
  if (!page || state === 'page-gone') return null;
  return (
    <div>
      <Link href={page.url} target="_blank" rel="noopener noreferrer" className={styles.link}>
        <bdi>{page.title}</bdi>
      </Link>
      <br />
      <Text size={200} className={styles.quiet}>
        in the space <bdi>{page.spaceName}</bdi>
      </Text>
    </div>
  );
}

function Steps({ practice, publication }: { practice: PracticeView; publication: PublicationView }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const notices = useNotices();
  const [open, setOpen] = useState<'publish' | 'withdraw'>();
  const again = useQueuePublication(practice.id, () => notices.done('On its way. Confluence fetches it soon.'));
  const { state, page, outdated, opensToReaders, abilities } = publication;
  const onClose = () => setOpen(undefined);
  const hasPage = page !== undefined && state !== 'page-gone' && state !== 'withdrawn';
  const writeAgain = () => {
    if (opensToReaders) return setOpen('publish');
    return again.mutate({}, { onError: (error) => notices.failed(error, 'The page was not written') });
  };
  const underWay = state === 'queued' || state === 'publishing';
  const mayPublish = abilities.publish && !underWay;
  // A page that shows the practice as it is needs nothing more.
  const mayWriteAgain = mayPublish && hasPage && (outdated || state === 'failed');
  return (
    <>
      <div className={styles.buttons}>
        {abilities.choose && (
          <Button appearance="primary" onClick={() => navigate(`/practices/${practice.id}/both-sides`)}>
            See what differs and choose
          </Button>
        )}
        {mayPublish && !hasPage && (
          <Button onClick={() => setOpen('publish')}>
            {state === 'page-gone' || state === 'withdrawn' ? 'Publish anew…' : 'Publish to Confluence…'}
          </Button>
        )}
        {mayWriteAgain && (
          <Button disabledFocusable={again.isPending} onClick={writeAgain}>
            {state === 'failed' ? 'Try again' : 'Update the page'}
          </Button>
        )}
        {abilities.withdraw && (
          <Button appearance="subtle" onClick={() => setOpen('withdraw')}>
            Withdraw…
          </Button>
        )}
      </div>
      <Suspense>
        {open === 'publish' && <PublishDialog practice={practice} publication={publication} onClose={onClose} />}
        {open === 'withdraw' && <WithdrawDialog practiceId={practice.id} publication={publication} onClose={onClose} />}
      </Suspense>
    </>
  );
}
