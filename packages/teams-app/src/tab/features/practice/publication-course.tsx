import { MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import type { PublicationView } from '@copse/core/contracts';
import { publicationFailureNames, publicationStateNames } from '@copse/core/vocabulary';
import { When } from '../../parts/when.tsx';

/** How it stands with the page, and what is wrong where something is. */
export function PublicationCourse({ publication }: { publication: PublicationView }) {
  const { failure, nextTryAt, stalled, state } = publication;
  if (state === 'failed') {
    return (
      <MessageBar intent={nextTryAt ? 'warning' : 'error'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{publication.page ? 'The page was not updated' : 'Not published'}</MessageBarTitle>{' '}
          {failure && publicationFailureNames[failure]}
          {nextTryAt && (
            <>
              {' '}
              Next try: <When at={nextTryAt} />.
            </>
          )}
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (state === 'edited-on-both-sides') {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{publicationStateNames[state].name}</MessageBarTitle> {publicationStateNames[state].means}.
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (stalled) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>Nobody has fetched it</MessageBarTitle> The Copse app should have asked for it{' '}
          <When at={stalled.since} />. Is it installed on {hostOf(stalled.siteUrl)}? Ask an administrator of the site.
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <Text size={200}>
      <Words publication={publication} />
    </Text>
  );
}

function Words({ publication }: { publication: PublicationView }) {
  const { outdated, page, publishedAt, requestedBy, state } = publication;
  switch (state) {
    case 'queued':
      return (
        <>
          On its way{requestedBy && <>, sent by {requestedBy.name}</>}: {publicationStateNames.queued.means}.
        </>
      );
    case 'published':
      return (
        <>
          {outdated ? 'The practice has changed since the page was written' : 'The page shows the practice as it is'}
          {publishedAt && (
            <>
              , written <When at={publishedAt} />
            </>
          )}
          . What people change there comes back as a new version.
        </>
      );
    case 'page-gone':
      return <>The page{page && <> “{page.title}”</>} was deleted. The practice is as it was.</>;
    case 'withdrawn':
      return 'The page stays as it is in Confluence, and is no longer connected with the practice.';
    case 'none':
      return 'Not on a page yet. A page is found by those who work in Confluence, and shows how far it can be trusted.';
    default:
      return `${publicationStateNames[state].means}.`;
  }
}

const hostOf = (url: string) => URL.parse(url)?.host ?? url;
