import { Button } from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons/svg/link';
import { copyText } from '../host/clipboard.ts';
import { useNotices } from '../shell/notices.tsx';
import { useShareLink } from '../shell/session.tsx';

/** One click copies the link that opens this in Teams for whoever gets it. */
export function ShareButton({ path, label }: { path: string; label: string }) {
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
    <Button icon={<LinkRegular />} onClick={() => void share()}>
      Copy link
    </Button>
  );
}
