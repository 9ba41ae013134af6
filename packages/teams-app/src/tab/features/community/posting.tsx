import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Switch,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { CommunityView, EditPostingInput, PostingView } from '@copse/core/contracts';
import { lazy, Suspense, useState } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEditPosting } from './edit-posting.ts';
import { usePosting } from './see-posting.ts';

const WebhookDialog = lazy(() => import(/* webpackChunkName: "community-posting" */ './webhook-dialog.tsx'));

const useStyles = makeStyles({
  switches: { display: 'flex', flexDirection: 'column', marginInlineStart: `calc(${tokens.spacingHorizontalS} * -1)` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  words: { overflowWrap: 'anywhere' },
});

/** For those who look after it: what Copse posts where the community meets, and by which way. */
export default function Posting({ community: { id } }: { community: CommunityView }) {
  const posting = usePosting(id);
  return (
    <Section beside title="What Copse posts there">
      <Loaded query={posting} skeleton={<LinesSkeleton lines={3} />}>
        {(view) => view.abilities.edit && <Choices communityId={id} posting={view} />}
      </Loaded>
    </Section>
  );
}

function Choices({ communityId, posting }: { communityId: string; posting: PostingView }) {
  const styles = useStyles();
  const notices = useNotices();
  const [open, setOpen] = useState(false);
  const edit = useEditPosting(communityId);
  const { newQuestions, weeklyDigest, webhook } = posting;
  const change = (body: EditPostingInput, done: string) =>
    edit.mutate(body, {
      onSuccess: () => notices.done(done),
      onError: (error) => notices.failed(error, 'Nothing was changed'),
    });
  return (
    <>
      <div className={styles.switches}>
        <Switch
          label="Every new question"
          checked={newQuestions}
          onChange={(_, { checked }) =>
            change({ newQuestions: checked }, checked ? 'New questions are posted.' : 'New questions are not posted.')
          }
        />
        <Switch
          label="A digest each week"
          checked={weeklyDigest}
          onChange={(_, { checked }) =>
            change({ weeklyDigest: checked }, checked ? 'A digest is posted each week.' : 'No digest is posted.')
          }
        />
      </div>
      <Text size={200} className={`${styles.quiet} ${styles.words}`}>
        <Where posting={posting} />
      </Text>
      {posting.places.map(
        ({ name, trouble }) =>
          trouble && (
            <MessageBar key={name} intent="warning" layout="multiline">
              <MessageBarBody className={styles.words}>
                <MessageBarTitle>
                  The last post did not get to <bdi>{name}</bdi>
                </MessageBarTitle>{' '}
                {trouble.reason}. {trouble.remedy}
              </MessageBarBody>
            </MessageBar>
          ),
      )}
      <div className={styles.buttons}>
        <Button size="small" onClick={() => setOpen(true)}>
          {webhook ? 'Another address…' : 'Post by a webhook…'}
        </Button>
        {webhook && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={edit.isPending}
            onClick={() => change({ webhookUrl: null }, 'The address is forgotten.')}
          >
            Forget the address
          </Button>
        )}
      </div>
      <Suspense>
        {open && <WebhookDialog communityId={communityId} posting={posting} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}

/** A channel where the bot is goes before the webhook, so that nothing is posted twice. */
function Where({ posting: { places, webhook } }: { posting: PostingView }) {
  const channels = places.filter(({ by }) => by === 'bot').map(({ name }) => name);
  const known = webhook && (
    <>
      {' '}
      ({webhook.host}, since <When at={webhook.since} style="day" />)
    </>
  );
  if (channels.length > 0) {
    return (
      <>
        Posted to <bdi>{channels.join(', ')}</bdi> by the Copse bot.{webhook && <> The webhook{known} waits.</>}
      </>
    );
  }
  if (webhook) return <>Posted by the webhook{known}. The rest of its address is never shown.</>;
  return (
    <>
      Nothing is posted yet. Add the Copse bot to a connected channel, or give the address of a webhook that posts
      there.
    </>
  );
}
