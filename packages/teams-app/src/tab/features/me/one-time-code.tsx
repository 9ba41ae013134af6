import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { LinkCodeView } from '@copse/core/contracts';
import { useEffect, useState } from 'react';
import { copyText } from '../../host/clipboard.ts';
import { count } from '../../lib/plural.ts';
import { useNotices } from '../../shell/notices.tsx';

const useStyles = makeStyles({
  box: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    letterSpacing: '0.08em',
  },
});

/** Minutes left, counted up: “1” until the very end. */
export const minutesLeft = (expiresAt: string, now: number) =>
  Math.max(0, Math.ceil((new Date(expiresAt).getTime() - now) / 60_000));

/** A code that is shown once and runs out while one looks at it. */
export function OneTimeCode({ code: { code, expiresAt } }: { code: LinkCodeView }) {
  const styles = useStyles();
  const notices = useNotices();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  const minutes = minutesLeft(expiresAt, now);
  const copy = async () => {
    try {
      await copyText(code);
      notices.done('Code copied.');
    } catch (error) {
      notices.failed(error, 'The code could not be copied');
    }
  };

  if (minutes === 0) return <Text>The code has run out. Make a new one when you are ready.</Text>;
  return (
    <div className={styles.box} aria-live="polite">
      <Text className={styles.code} aria-label={`Code ${[...code].join(' ')}`}>
        {code}
      </Text>
      <Button onClick={() => void copy()}>Copy code</Button>
      <Text>Good for {count(minutes, 'more minute', 'more minutes')}, once.</Text>
    </div>
  );
}
