import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { RoundPreview } from '@copse/core/contracts';
import { count } from '../../lib/plural.ts';
import { useNotices } from '../../shell/notices.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { Loaded } from '../loaded.tsx';
import { LinesSkeleton } from '../skeletons.tsx';
import { useIntroductionAction } from './introduction-action.ts';
import { useRoundPreview } from './see-introductions.ts';

const useStyles = makeStyles({
  groups: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
  },
});

type Props = {
  readonly community: { readonly id: string; readonly name: string };
  readonly mayBegin: boolean;
  readonly onClose: () => void;
};

/** The plan of the next round, and the button that begins it. */
export default function PreviewDialog({ community, mayBegin, onClose }: Props) {
  const notices = useNotices();
  const preview = useRoundPreview(community.id);
  const begin = useIntroductionAction(
    (api, _none, idempotencyKey) =>
      api.send('POST', `/communities/${community.id}/introductions/rounds`, { idempotencyKey }),
    () => {
      notices.done('The round has begun. Everybody hears of it in their working hours.');
      onClose();
    },
  );
  return (
    <FormDialog
      title={`The next round in ${community.name}`}
      action="Introduce them now"
      ready={mayBegin && (preview.data?.groupCount ?? 0) > 0}
      busy={begin.isPending}
      error={begin.error}
      onConfirm={() => begin.mutate()}
      onClose={onClose}
    >
      <Loaded query={preview} skeleton={<LinesSkeleton lines={4} />}>
        {(plan) => <Plan plan={plan} />}
      </Loaded>
      {!mayBegin && (
        <Text>
          A round can begin when a week has passed since people were last introduced, and two people are there.
        </Text>
      )}
    </FormDialog>
  );
}

function Plan({ plan }: { plan: RoundPreview }) {
  const styles = useStyles();
  const { personCount, groupCount, repeats, share, groups, leftCount } = plan;
  if (groupCount === 0) {
    return (
      <Text>
        There are not two people to introduce to each other now. Others may have paused, be away, or have met somebody
        this week.
      </Text>
    );
  }
  return (
    <>
      <Text>
        {count(personCount, 'person', 'people')} in {count(groupCount, 'group', 'groups')}.{' '}
        {repeats === 0 ? 'Nobody meets anybody again.' : `${count(repeats, 'pair has', 'pairs have')} met before.`}
        {share !== undefined && ` ${howGood(share, groups)}`}
        {leftCount > 0 && ` ${count(leftCount, 'person', 'people')} cannot be introduced to anybody this time.`}
      </Text>
      <ul className={styles.groups} aria-label="Who would meet">
        {groups.map((group) => (
          <li key={group.map(({ id }) => id).join()}>
            <bdi>{group.map(({ name }) => name).join(' · ')}</bdi>
          </li>
        ))}
        {groupCount > groups.length && <li>and {groupCount - groups.length} more</li>}
      </ul>
      <Text size={200}>It is carried out like this, unless people join, pause or leave before it begins.</Text>
    </>
  );
}

/** For larger groups nobody can say what the best possible is, only what it cannot be more than. */
function howGood(share: number, groups: RoundPreview['groups']): string {
  if (share === 1) return 'No plan could be better: it is 100.0\u00a0% of the best possible.';
  const percent = `at least ${(Math.floor(share * 1000) / 10).toFixed(1)}\u00a0%`;
  // One group of three is among pairs, of an odd number.
  const areLarger = groups.filter(({ length }) => length > 2).length > 1;
  return share < 0.98 && areLarger
    ? `The plan is ${percent} of the best possible; for larger groups nobody can prove more.`
    : `The plan is ${percent} of the best possible.`;
}
