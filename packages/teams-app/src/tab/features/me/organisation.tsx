import { Button, Field, Input, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { OrganisationView, SiteView } from '@copse/core/contracts';
import { type FormEvent, useState } from 'react';
import { FormDialog } from '../../parts/form-dialog.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Person } from '../../parts/person.tsx';
import { plainList } from '../../parts/plain-list.ts';
import { Problem } from '../../parts/problem.tsx';
import StalledSites from '../../parts/publishing/stalled-sites.tsx';
import { Section } from '../../parts/section.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { useEditOrganisation } from './edit-organisation.ts';
import { useIssueSiteCode } from './issue-site-code.ts';
import { Anonymity } from './anonymity.tsx';
import { OneTimeCode } from './one-time-code.tsx';
import { useOrganisation } from './see-organisation.ts';
import { Uncoordinated } from './uncoordinated.tsx';
import { useUnlinkSite } from './unlink-site.ts';

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  part: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
});

/** For administrators: the organisation's name, its Confluence sites, and who else administers. */
export default function Organisation() {
  const organisation = useOrganisation();
  return (
    <Section title="Organisation">
      <Loaded query={organisation} skeleton={<LinesSkeleton />}>
        {(view) => <Administration key={view.name} organisation={view} />}
      </Loaded>
    </Section>
  );
}

function Administration({ organisation }: { organisation: OrganisationView }) {
  const styles = useStyles();
  const [name, setName] = useState(organisation.name);
  const notices = useNotices();
  const edit = useEditOrganisation(() => notices.done('The name is saved.'));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim().length >= 2) edit.mutate(name.trim());
  };
  return (
    <>
      <form onSubmit={submit} noValidate className={styles.form}>
        <Field label="Name of the organisation">
          <Input value={name} maxLength={120} input={{ dir: 'auto' }} onChange={(_, { value }) => setName(value)} />
        </Field>
        <Button
          type="submit"
          disabledFocusable={edit.isPending || name.trim() === organisation.name || name.trim().length < 2}
        >
          Save name
        </Button>
      </form>
      {edit.isError && <Problem error={edit.error} />}
      <Sites sites={organisation.sites} />
      <Uncoordinated />
      <Anonymity />
      <Section inner title="Administrators">
        <ul className={styles.list}>
          {organisation.administrators.map((person) => (
            <li key={person.id ?? person.name}>
              <Person person={person} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Sites({ sites }: { sites: readonly SiteView[] }) {
  const styles = useStyles();
  const [unlinking, setUnlinking] = useState<SiteView>();
  const issue = useIssueSiteCode();
  return (
    <Section inner title="Confluence sites">
      <StalledSites />
      {sites.length === 0 && <Text>No site is linked yet.</Text>}
      <ul className={styles.list}>
        {sites.map((site) => (
          <li key={site.cloudId} className={styles.row}>
            <Link href={site.url} target="_blank" rel="noopener noreferrer">
              {site.url}
            </Link>
            <Button size="small" onClick={() => setUnlinking(site)} aria-label={`Unlink ${site.url}`}>
              Unlink
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.part}>
        <Text>
          To link a site, make a code here. A Confluence administrator enters it there, under “Apps”, on the settings
          page of Copse.
        </Text>
        <Button disabledFocusable={issue.isPending} onClick={() => issue.mutate()}>
          Make a site code
        </Button>
        {issue.data && <OneTimeCode key={issue.data.code} code={issue.data} />}
        {issue.isError && <Problem error={issue.error} />}
      </div>
      {unlinking && <UnlinkDialog site={unlinking} onClose={() => setUnlinking(undefined)} />}
    </Section>
  );
}

function UnlinkDialog({ site: { cloudId, url }, onClose }: { site: SiteView; onClose: () => void }) {
  const notices = useNotices();
  const unlink = useUnlinkSite(() => {
    notices.done(`${url} is no longer linked.`);
    onClose();
  });
  return (
    <FormDialog
      title={`Unlink ${url}?`}
      action="Unlink"
      busy={unlink.isPending}
      error={unlink.error}
      onConfirm={() => unlink.mutate(cloudId)}
      onClose={onClose}
    >
      <Text>Macros on this site will show nothing until it is linked again. Nothing is deleted.</Text>
    </FormDialog>
  );
}
