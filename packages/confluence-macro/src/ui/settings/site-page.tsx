import { CodeField } from '../account/code-field.tsx';
import type { SiteStatus } from '@copse/core/contracts';
import { api } from '../api/client.ts';
import { useAction } from '../api/use-action.ts';
import { useLoaded } from '../api/use-loaded.ts';
import { Lozenge } from '../parts/lozenge.tsx';
import { LoadFailure, Skeleton } from '../parts/states.tsx';

/** Where an administrator of the Confluence site links it to the organisation, and sees that it is linked. */
export function SitePage() {
  const loaded = useLoaded('site', api.site);
  return (
    <main className="site stack">
      <header className="stack-small">
        <h1 className="page-title">Copse communities</h1>
        <p className="subtle">
          Copse shows communities of practice from Microsoft Teams on Confluence pages. Link this site to your
          organisation once; then everybody here can put them on a page with <kbd>/community</kbd> or{' '}
          <kbd>/practices</kbd>.
        </p>
      </header>
      {loaded.state === 'loading' && <Skeleton what="this site" lines={[40, 90, 60]} />}
      {loaded.state === 'failed' && <LoadFailure failure={loaded.failure} retry={loaded.retry} />}
      {loaded.state === 'ready' && <Site site={loaded.value} onChange={loaded.replace} />}
    </main>
  );
}

function Site({ site, onChange }: { site: SiteStatus; onChange: (site: SiteStatus) => void }) {
  return site.linked ? <Linked site={site} /> : <NotLinked site={site} onChange={onChange} />;
}

const Linked = ({ site }: { site: SiteStatus }) => (
  <section className="card stack-small" aria-label="Linked" role="status">
    <div className="title-line">
      <h2 className="title">{site.organisation?.name ?? 'Your organisation'}</h2>
      <Lozenge tone="success">Linked</Lozenge>
    </div>
    <p>
      {siteName(site)} belongs to this organisation. People see what they may see in Teams; to contribute under one name
      they link their Teams account from any macro.
    </p>
    <p className="subtle">To unlink the site, open Copse in Teams: Me → Organisation.</p>
  </section>
);

function NotLinked({ site, onChange }: { site: SiteStatus; onChange: (site: SiteStatus) => void }) {
  const linking = useAction();
  const link = (code: string) =>
    linking.run(
      () => api.redeemSiteCode(code),
      (answer) => onChange({ ...site, ...answer, linked: true }),
    );
  return (
    <section className="card stack" aria-label="Link this site">
      <div className="title-line">
        <h2 className="title">{siteName(site)}</h2>
        <Lozenge tone="neutral">Not linked</Lozenge>
      </div>
      <ol className="steps">
        <li>
          In Teams, an administrator of Copse opens <strong>Copse → Me → Organisation</strong> and chooses{' '}
          <strong>Make a site code</strong>.
        </li>
        <li>Enter the code that appears there. It works once, for 10 minutes.</li>
      </ol>
      <CodeField
        label="Code from Teams"
        hint="8 letters and digits. Capitals, spaces and the hyphen do not matter."
        action="Link this site"
        busy={linking.busy}
        failure={linking.failure}
        onCode={link}
      />
    </section>
  );
}

const siteName = ({ siteUrl }: SiteStatus): string =>
  URL.canParse(siteUrl) ? new URL(siteUrl).host : 'This Confluence site';
