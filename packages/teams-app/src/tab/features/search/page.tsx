import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { SearchKind } from '@copse/core/contracts';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { questionLimits } from '@copse/core/vocabulary';
import { type Beginning, titleOf } from '../../lib/beginning.ts';
import { useSettled } from '../../lib/debounce.ts';
import { count } from '../../lib/plural.ts';
import { searchKinds, searchPath, wordsFrom } from '../../lib/search-words.ts';
import { Empty } from '../../parts/empty.tsx';
import { LoadMore } from '../../parts/load-more.tsx';
import { Problem } from '../../parts/problem.tsx';
import { CardsSkeleton } from '../../parts/skeletons.tsx';
import { Page } from '../../shell/page.tsx';
import { useRemembered } from '../../shell/remembered.ts';
import { SearchFilters } from './filters.tsx';
import { Hit } from './hit.tsx';
import { narrowing } from './narrowing.ts';
import { useSearch } from './search-all.ts';

const useStyles = makeStyles({
  results: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

const kindOf = (part: string | undefined): SearchKind | '' => searchKinds.find((kind) => kind === part) ?? '';
const beginning = (q: string): Beginning => ({
  from: `search.${q}`,
  title: titleOf(q, questionLimits.title),
  text: '',
});
const within = { communityId: '', topic: '', state: '' };

/** One search over everything. Words and kind stand in the address, so that going back finds them. */
export default function SearchPage({ words, kind }: { words: string | undefined; kind: string | undefined }) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState(wordsFrom(words));
  const [rest, setRest] = useRemembered('search', within);
  // Without words there is no place for it in the address yet.
  const [kindBefore, setKindBefore] = useState<SearchKind | ''>('');
  const chosenKind = words === undefined ? kindBefore : kindOf(kind);
  const q = useSettled(typed.trim());
  const topic = useSettled(rest.topic.trim());
  // The palette, or the way back, may bring other words to the page that is open.
  const [shown, setShown] = useState(words);
  if (words !== shown) {
    setShown(words);
    if (wordsFrom(words) !== typed.trim()) setTyped(wordsFrom(words));
  }
  useEffect(() => {
    const path = searchPath(q, chosenKind);
    if (q !== wordsFrom(words) && q === typed.trim()) navigate(path, { replace: true });
  }, [q, typed, words, chosenKind, navigate]);

  const narrowed = narrowing(chosenKind, { ...rest, topic: topic.length >= 2 ? topic : '' });
  const isNarrowed = Object.values(narrowed).some((value) => value !== '');
  const results = useSearch({ ...narrowed, q, kind: chosenKind });
  const hits = q === '' ? undefined : results.data?.pages.flatMap((page) => page.items);
  const corrected = hits && hits.length > 0 && results.data?.pages[0]?.corrected;

  return (
    <Page title="Search">
      <SearchFilters
        filter={{ ...rest, q: typed, kind: chosenKind }}
        onChange={({ q: next, kind: nextKind, ...others }) => {
          setTyped(next);
          setRest(others);
          setKindBefore(nextKind);
          if (nextKind !== chosenKind) navigate(searchPath(next.trim(), nextKind), { replace: true });
        }}
      />
      <div className={styles.results} aria-busy={results.isFetching}>
        <Text size={200} className={styles.quiet} aria-live="polite">
          {hits && (results.hasNextPage ? `The best ${hits.length} results` : count(hits.length, 'result', 'results'))}
        </Text>
        {corrected && (
          <MessageBar intent="info">
            <MessageBarBody>Nothing is spelt that way, so you see what is spelt similarly.</MessageBarBody>
          </MessageBar>
        )}
        {results.error && <Problem error={results.error} onRetry={() => void results.refetch()} />}
        {q !== '' && results.isPending && <CardsSkeleton cards={3} />}
        {q === '' && (
          <Empty title="What are you looking for?">
            A word, a topic, a name. “Quotation marks” keep words together, and a minus before a word leaves it out.
          </Empty>
        )}
        {hits?.length === 0 && (
          <Empty
            title="Nothing found"
            action={
              <div className={styles.ways}>
                {isNarrowed && <Button onClick={() => setRest(within)}>Without filters</Button>}
                {chosenKind !== '' && <Button onClick={() => navigate(searchPath(q))}>Look in everything</Button>}
                <Button onClick={() => navigate('/questions/ask', { state: beginning(q) })}>Ask a question</Button>
              </div>
            }
          >
            {isNarrowed
              ? 'Try fewer or other words, or look without the filters above. You could also ask: somebody may know.'
              : 'Try fewer or other words. You could also ask: somebody may know.'}
          </Empty>
        )}
        {hits && hits.length > 0 && (
          <ol className={styles.list} aria-label="Results">
            {hits.map((hit) => (
              <li key={`${hit.kind} ${hit.id}`}>
                <Hit hit={hit} q={q} />
              </li>
            ))}
          </ol>
        )}
        {q !== '' && <LoadMore list={results} />}
      </div>
    </Page>
  );
}
