import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { copyText } from '../host/clipboard.ts';
import { useNotices } from '../shell/notices.tsx';
import { useShareLink } from '../shell/session.tsx';
import { onlyReadAloud } from './read-aloud.ts';

// On a phone the menu beside it stays in its line: the button is its icon there, and screen readers say the words.
const useStyles = makeStyles({
  button: {
    '@media (max-width: 360px)': { minWidth: 'auto', paddingInline: tokens.spacingHorizontalS },
    '& .fui-Button__icon': { '@media (max-width: 360px)': { marginInline: 0 } },
  },
  words: { '@media (max-width: 360px)': onlyReadAloud },
});

/** One click copies the link that opens this in Teams for whoever gets it. */
export function ShareButton({ path, label }: { path: string; label: string }) {
  const styles = useStyles();
  const shareLink = useShareLink();
  const notices = useNotices();
  const share = async () => {
    try {
      await copyText(shareLink(path, label));
      notices.done('Link copied. It opens here in Teams.');
    } catch (error) {
      notices.failed(error, 'The link could not be copied');
    }
  };
  return (
    <Button className={styles.button} icon={<LinkRegular />} title="Copy link" onClick={() => void share()}>
      <span className={styles.words}>Copy link</span>
    </Button>
  );
}
