import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PracticeView } from '@copse/core/contracts';
import { type Life, type LifeAction, lifeNames, lives } from '@copse/core/vocabulary';
import { lazy, Suspense, useState } from 'react';
import { Section } from '../../parts/section.tsx';
import { Way } from '../../parts/way.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useChangeLife } from './change-life.ts';
import { lifeWords, mainStep } from './life-words.ts';

const LifeDialog = lazy(() => import(/* webpackChunkName: "practice-dialogs" */ './life-dialog.tsx'));

const useStyles = makeStyles({
  buttons: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
});

/** The usual way of a practice. Review and retirement are shown when it is there. */
const usual: readonly Life[] = ['draft', 'proposed', 'endorsed', 'in-use'];

/** Where the practice stands on its way, and the steps that this person may take. */
export function LifeSteps({ practice }: { practice: PracticeView }) {
  const styles = useStyles();
  const [asking, setAsking] = useState<LifeAction>();
  const notices = useNotices();
  const change = useChangeLife(practice.id, (_, { action }) => notices.done(lifeWords[action].done));
  const { life, abilities } = practice;
  const main = mainStep(abilities.life);
  const ordered = main ? [main, ...abilities.life.filter((action) => action !== main)] : abilities.life;
  // A review looks at what was endorsed before; a retired practice may have gone any way.
  const reached = life === 'under-review' ? usual.indexOf('in-use') : usual.indexOf(life);
  const take = (action: LifeAction) => {
    if (lifeWords[action].asks !== 'nothing') return setAsking(action);
    return change.mutate({ action, body: {} }, { onError: (error) => notices.failed(error, 'Nothing was changed') });
  };

  return (
    <Section beside title="Life">
      <Way
        stops={lives.filter((one) => usual.includes(one) || one === life)}
        now={life}
        passed={(one) => usual.includes(one) && usual.indexOf(one) < reached}
        names={lifeNames}
      />
      {abilities.life.length > 0 && (
        <div className={styles.buttons}>
          {ordered.map((action) => (
            <Button
              key={action}
              appearance={action === main ? 'primary' : 'secondary'}
              disabledFocusable={change.isPending}
              onClick={() => take(action)}
            >
              {lifeWords[action].verb}
            </Button>
          ))}
        </div>
      )}
      <Suspense>
        {asking && <LifeDialog practice={practice} action={asking} onClose={() => setAsking(undefined)} />}
      </Suspense>
    </Section>
  );
}
