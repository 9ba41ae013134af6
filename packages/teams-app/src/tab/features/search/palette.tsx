import {
  Dialog,
  DialogBody,
  DialogSurface,
  DialogTitle,
  makeStyles,
  SearchBox,
  Text,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { useSettled } from '../../lib/debounce.ts';
import { Problem } from '../../parts/problem.tsx';
import { onlyReadAloud } from '../../parts/read-aloud.ts';
import { useFocusBack } from '../../shell/focus.ts';
import { Choices } from './choice-list.tsx';
import { firstChoices, groupsFor, stepFrom } from './choices.ts';
import { useSearch } from './search-all.ts';
import { useSuggestions } from './suggest.ts';

const useStyles = makeStyles({
  surface: {
    maxWidth: '42rem',
    marginTop: 'min(10vh, 6rem)',
    padding: tokens.spacingHorizontalL,
    '@media (max-width: 480px)': { marginTop: 0 },
  },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  title: onlyReadAloud,
  field: { maxWidth: 'none', width: '100%' },
  keys: { color: tokens.colorNeutralForeground3, '@media (max-width: 480px)': { display: 'none' } },
});

const nothing = { kind: '', communityId: '', topic: '', state: '' } as const;

/** Search everywhere: what was typed shows up while typing, and the keyboard does all of it. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const styles = useStyles();
  const listId = useId();
  const [, navigate] = useLocation();
  useFocusBack();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState<string>();
  const words = typed.trim();
  const suggestions = useSuggestions(useSettled(words, 120));
  const results = useSearch({ ...nothing, q: useSettled(words, 300) });
  const hits = results.data?.pages[0]?.items ?? [];
  const groups = words === '' ? firstChoices : groupsFor(words, suggestions.data?.items ?? [], hits);
  const all = groups.flatMap(({ choices }) => choices);
  // What was active may be gone from the list; then the first one is.
  const chosen = all.find(({ id }) => id === active) ?? all[0];

  useEffect(() => {
    if (chosen) document.getElementById(`${listId}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, listId]);

  const go = (path: string) => {
    onClose();
    navigate(path);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive(stepFrom(groups, chosen?.id, event.key === 'ArrowDown' ? 1 : -1)?.id);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen.path);
    }
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} aria-label="Search everywhere">
        <DialogBody className={styles.body}>
          <DialogTitle className={styles.title}>Search everywhere</DialogTitle>
          <SearchBox
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because somebody wants to type
            autoFocus
            className={styles.field}
            size="large"
            value={typed}
            maxLength={200}
            placeholder="Questions, practices, communities, people"
            autoComplete="off"
            onChange={(_, { value }) => {
              setTyped(value);
              setActive(undefined);
            }}
            input={{
              dir: 'auto',
              role: 'combobox',
              'aria-label': 'Search everywhere',
              'aria-expanded': true,
              'aria-controls': listId,
              'aria-autocomplete': 'list',
              ...(chosen ? { 'aria-activedescendant': `${listId}-${chosen.id}` } : {}),
              onKeyDown: handleKey,
            }}
          />
          {results.error && words !== '' && <Problem error={results.error} />}
          <Choices id={listId} groups={groups} chosen={chosen?.id} onPoint={setActive} onChoose={go} />
          <Text size={200} className={styles.keys}>
            ↑ ↓ to move, Enter to open, Esc to close
          </Text>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
