import { openSiteSettings } from '../host/host.ts';
import { Button } from '../parts/button.tsx';

/** The site belongs to no organisation yet. Says what an administrator does about it, and shows the way there. */
export const SiteNotLinked = ({ retry }: { retry: () => void }) => (
  <div className="empty" role="status">
    <p className="empty-title">This Confluence site is not linked to Copse yet</p>
    <div className="empty-text">
      <p>An administrator of this site links it once, in a minute:</p>
      <ol className="steps">
        <li>
          In Teams, ask an administrator of Copse for a site code:{' '}
          <strong>Copse → Me → Organisation → Make a site code</strong>.
        </li>
        <li>
          In Confluence, open <strong>Settings → Apps → Copse communities</strong> and enter the code.
        </li>
      </ol>
      <div className="row">
        <Button look="primary" small onClick={openSiteSettings}>
          Open the settings
        </Button>
        <Button look="subtle" small onClick={retry}>
          It is linked now
        </Button>
      </div>
    </div>
  </div>
);

type Loading = { readonly state: string; readonly failure?: { readonly reason: string } };

/** Then nothing else makes sense on the page: no search, no account to link. */
export const isSiteNotLinked = (loading: Loading): boolean => loading.failure?.reason === 'site-not-linked';
