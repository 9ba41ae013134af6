import { Button, Field, makeStyles, Radio, RadioGroup, SearchBox, Text, tokens } from '@fluentui/react-components';
import type { CommunityCard, CommunityView } from '@copse/core/contracts';
import { lazy, Suspense, useEffect, useState } from 'react';
import { placeHere } from '../../host/here.ts';
import { tabSettings } from '../../host/tab-settings.ts';
import { useSettled } from '../../lib/debounce.ts';
import { useConnectPlace } from '../../parts/connect-place.ts';
import { Empty } from '../../parts/empty.tsx';
import { Problem } from '../../parts/problem.tsx';
import { LinesSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { useSession } from '../../shell/session.tsx';
import { useChoices } from './list-choices.ts';

import { useMe } from '../../shell/see-me.ts';
const FoundDialog = lazy(() => import(/* webpackChunkName: "found" */ '../../parts/founding/found-dialog.tsx'));

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  wide: { maxWidth: 'none' },
  found: { alignSelf: 'flex-start' },
  option: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  name: { color: tokens.colorNeutralForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Chosen = Pick<CommunityCard, 'id' | 'name'>;

/** Teams shows this when somebody adds the tab to a channel or chat: which community shall be shown here? */
export default function ConfigurePage() {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Chosen>();
  const [founding, setFounding] = useState(false);
  const me = useMe();
  const q = useSettled(typed.trim());
  const choices = useChoices(q);
  const failure = useTabSaving(chosen);
  const items = withChosen(choices.data?.items ?? [], chosen);

  return (
    <Page title="Which community?" lead={<Text>This tab will show it to everyone here who may see it.</Text>}>
      <div className={styles.all}>
        {failure !== undefined && <Problem error={failure} title="The tab could not be saved" />}
        <Field label="Search">
          <SearchBox
            className={styles.wide}
            value={typed}
            maxLength={100}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
        {choices.error && <Problem error={choices.error} onRetry={() => void choices.refetch()} />}
        {choices.isPending && <LinesSkeleton />}
        {choices.data && items.length === 0 && (
          <Empty title="No community like that">Try fewer words, or found it below.</Empty>
        )}
        {items.length > 0 && (
          <Field label={q ? 'Communities' : 'My communities'}>
            <RadioGroup
              value={chosen?.id ?? ''}
              onChange={(_, { value }) => setChosen(items.find(({ id }) => id === value))}
            >
              {items.map((community) => (
                <Radio
                  key={community.id}
                  value={community.id}
                  label={
                    <span className={styles.option}>
                      <Text weight="semibold" className={styles.name} dir="auto">
                        {community.name}
                      </Text>
                      {'purpose' in community && (
                        <Text size={200} className={styles.quiet} dir="auto">
                          {community.purpose}
                        </Text>
                      )}
                    </span>
                  }
                />
              ))}
            </RadioGroup>
          </Field>
        )}
        {me.data?.abilities.foundCommunity && (
          <Button className={styles.found} onClick={() => setFounding(true)}>
            Found a new community
          </Button>
        )}
      </div>
      {founding && (
        <Suspense>
          <FoundDialog
            onClose={() => setFounding(false)}
            onFounded={(community: CommunityView) => setChosen(community)}
          />
        </Suspense>
      )}
    </Page>
  );
}

const withChosen = (items: readonly CommunityCard[], chosen: Chosen | undefined): readonly (CommunityCard | Chosen)[] =>
  chosen && !items.some(({ id }) => id === chosen.id) ? [chosen, ...items] : items;

/**
 * Keeps Teams' “Save” button in step with the choice and saves when it is pressed.
 *
 * The place is connected to the community as well where this person may do that; a tab can show a community without,
 * so a refusal there does not stop it.
 */
function useTabSaving(chosen: Chosen | undefined): unknown {
  const { host } = useSession();
  const [failure, setFailure] = useState<unknown>();
  const connect = useConnectPlace();
  const { mutateAsync } = connect;

  useEffect(() => {
    tabSettings.setValid(chosen !== undefined);
    if (!chosen) return;
    tabSettings.onSave(async () => {
      setFailure(undefined);
      const place = placeHere(host);
      if (place) await mutateAsync({ communityId: chosen.id, body: place }).catch(() => undefined);
      await tabSettings.save(chosen);
    }, setFailure);
  }, [chosen, host, mutateAsync]);

  return failure;
}
