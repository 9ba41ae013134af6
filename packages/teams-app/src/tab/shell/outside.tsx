import { Button, Link, makeStyles, Text, Title2, tokens } from '@fluentui/react-components';
import { pathFromHash, teamsLink } from '../host/place.ts';
import type { HostSettings } from '../host/settings.ts';
import { Leaf } from '../parts/leaf.tsx';

const useStyles = makeStyles({
  page: {
    minHeight: '100vh',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { maxWidth: '28rem' },
});

/** Shown to whoever opens the tab's address outside of Teams: says where it lives and takes them there. */
export function Outside({ settings }: { settings: HostSettings }) {
  const styles = useStyles();
  const { teamsAppId, publicUrl } = settings;
  const link = teamsAppId && teamsLink({ teamsAppId, publicUrl, path: pathFromHash(location.hash) });

  return (
    <main className={styles.page}>
      <Leaf size={56} />
      <Title2 as="h1">Copse opens inside Microsoft Teams</Title2>
      <Text className={styles.words} align="center">
        Teams tells us who you are, so that you see your communities and nobody else does. Open this page there, and you
        will land in the same place.
      </Text>
      {link ? (
        <Button as="a" href={link} target="_top" appearance="primary" size="large">
          Open in Teams
        </Button>
      ) : (
        <Text align="center">In Teams, choose Apps and look for Copse, or ask your administrator to add it.</Text>
      )}
      <Link as="button" onClick={() => location.reload()}>
        I am in Teams already: try again
      </Link>
    </main>
  );
}
