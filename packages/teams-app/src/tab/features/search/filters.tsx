import { Field, Input, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import type { SearchKind } from '@copse/core/contracts';
import { kindNames, searchKinds } from '../../lib/search-words.ts';
import { useMyCommunities } from '../../parts/list-my-communities.ts';
import { ManyTabs } from '../../parts/many-tabs.tsx';
import { hasCommunity, statesOf } from './narrowing.ts';
import type { SearchFilter } from './search-all.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(8rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  wide: { maxWidth: 'none', width: '100%', minWidth: 0 },
  // A list of long words would else be as wide as the longest.
  field: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
});

const EVERYTHING = 'everything';
const kinds = [
  { value: EVERYTHING, label: 'Everything' },
  ...searchKinds.map((kind) => ({ value: kind, label: kindNames[kind].many })),
];

type Props = {
  readonly filter: SearchFilter;
  readonly onChange: (filter: SearchFilter) => void;
};

/** What is looked for, and where. */
export function SearchFilters({ filter, onChange }: Props) {
  const styles = useStyles();
  const communities = useMyCommunities();
  const set = (part: Partial<SearchFilter>) => onChange({ ...filter, ...part });
  const states = statesOf(filter.kind);
  return (
    <search className={styles.all}>
      <Field label="Search everywhere">
        <SearchBox
          className={styles.wide}
          size="large"
          value={filter.q}
          maxLength={200}
          input={{ dir: 'auto' }}
          onChange={(_, { value }) => set({ q: value })}
        />
      </Field>
      <ManyTabs
        size="small"
        tabs={kinds}
        selected={filter.kind || EVERYTHING}
        onSelect={(value) => set({ kind: value === EVERYTHING ? '' : (value as SearchKind), state: '' })}
        label="Kind"
      />
      <div className={styles.row}>
        {hasCommunity(filter.kind) && (
          <Field label="Community" className={styles.field}>
            <Select value={filter.communityId} onChange={(_, { value }) => set({ communityId: value })}>
              <option value="">All</option>
              {communities.data?.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {states.length > 0 && (
          <Field label="Where it stands" className={styles.field}>
            <Select value={filter.state} onChange={(_, { value }) => set({ state: value })}>
              <option value="">All</option>
              {states.map(([state, name]) => (
                <option key={state} value={state}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label="Topic" className={styles.field}>
          <Input
            className={styles.wide}
            value={filter.topic}
            maxLength={40}
            input={{ dir: 'auto' }}
            onChange={(_, { value }) => set({ topic: value })}
          />
        </Field>
      </div>
    </search>
  );
}
