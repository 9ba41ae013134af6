import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { Loaded } from '../loaded.tsx';
import { MarkdownText } from '../markdown-text.tsx';
import { Problem } from '../problem.tsx';
import { LinesSkeleton } from '../skeletons.tsx';
import { Day } from '../when.tsx';
import type { Agreement } from './agreement.ts';
import { useConduct } from './see-conduct.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** The code of conduct where one writes: open until it was agreed to, then one line. */
export function ConductNotice({ agreement }: { agreement: Agreement }) {
  const styles = useStyles();
  const textId = useId();
  const { communityId, ticked, tick, error } = agreement;
  const [open, setOpen] = useState(false);
  const conduct = useConduct(communityId);
  if (communityId === '') return null;
  return (
    <Loaded query={conduct} skeleton={<LinesSkeleton lines={2} />}>
      {({ text, acknowledgedOn }) => {
        const shown = open || acknowledgedOn === undefined;
        return (
          <div className={styles.box}>
            <div className={styles.line}>
              <Text weight="semibold">Code of conduct</Text>
              {acknowledgedOn !== undefined && (
                <>
                  <Text size={200} className={styles.quiet}>
                    You agreed on <Day day={acknowledgedOn} />.
                  </Text>
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-expanded={open}
                    aria-controls={textId}
                    onClick={() => setOpen(!open)}
                  >
                    {open ? 'Hide it' : 'Read it again'}
                  </Button>
                </>
              )}
            </div>
            <div id={textId} hidden={!shown}>
              {shown && <MarkdownText text={text} topHeading={3} />}
            </div>
            {acknowledgedOn === undefined && (
              <Checkbox
                label="I have read it and will keep to it. You are asked once."
                checked={ticked}
                onChange={(_, { checked }) => tick(checked === true)}
              />
            )}
            {error !== null && error !== undefined && <Problem error={error} />}
          </div>
        );
      }}
    </Loaded>
  );
}
