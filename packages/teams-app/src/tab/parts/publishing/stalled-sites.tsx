import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { count } from '../../lib/plural.ts';
import { When } from '../when.tsx';
import { useStalledSites } from './see-stalled-sites.ts';

type Props = {
  /** Without it: of the whole organisation, for those who administer it. */
  readonly communityId?: string;
};

/** Says where practices wait in vain to be put on pages, why, and who can do something about it. Else nothing. */
export default function StalledSites({ communityId }: Props) {
  const sites = useStalledSites(communityId).data?.items ?? [];
  return sites.map(({ siteUrl, since, waitingCount }) => (
    <MessageBar key={siteUrl} intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {count(waitingCount, 'practice waits', 'practices wait')} to be put on a Confluence page
        </MessageBarTitle>{' '}
        The Copse app on {hostOf(siteUrl)} should have come for {waitingCount === 1 ? 'it' : 'them'} <When at={since} />
        .{' '}
        {communityId === undefined
          ? 'Look there under “Manage apps” whether it is still installed and enabled; an old installation may need an update.'
          : 'Ask an administrator of that site whether it is still installed and enabled. Nothing is lost meanwhile.'}
      </MessageBarBody>
    </MessageBar>
  ));
}

const hostOf = (url: string) => URL.parse(url)?.host ?? url;
