import { makeStyles } from '@fluentui/react-components';
import { Introduction } from '../../parts/introductions/introduction.tsx';
import { useIntroduction } from '../../parts/introductions/see-introductions.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';

const useStyles = makeStyles({ narrow: { maxWidth: '36rem' } });

/** One introduction, as a message leads to it. */
export default function IntroductionPage({ id }: { id: string }) {
  const styles = useStyles();
  const introduction = useIntroduction(id);
  return (
    <Page title="Introduction" crumbs={[{ label: 'Me', path: '/me' }]}>
      <Loaded query={introduction} skeleton={<CardsSkeleton cards={1} />}>
        {(view) => (
          <div className={styles.narrow}>
            <Introduction introduction={view} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
