import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Loaded } from '../../parts/loaded.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { Accounts } from './accounts.tsx';
import { Erased } from './erased.tsx';
import { MyData } from './my-data.tsx';
import { Organisation } from './organisation.tsx';
import { Profile } from './profile.tsx';
import { useMe } from '../../shell/see-me.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXXL, maxWidth: '48rem' },
});

export default function MePage() {
  const styles = useStyles();
  const me = useMe();
  const [erased, setErased] = useState(false);
  if (erased) return <Erased />;
  return (
    <Page title="Me" lead={<Text>What colleagues can find you by, your accounts, and your data.</Text>}>
      <Loaded query={me} skeleton={<LinesSkeleton lines={10} />}>
        {(view) => (
          <div className={styles.all}>
            <Profile me={view} />
            <Accounts me={view} />
            {view.abilities.administer && <Organisation />}
            <MyData onErased={() => setErased(true)} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
