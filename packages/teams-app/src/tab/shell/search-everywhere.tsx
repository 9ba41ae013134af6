import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { opensSearch } from '../lib/search-key.ts';
import { onlyReadAloud } from '../parts/read-aloud.ts';

const Palette = lazy(() => import(/* webpackChunkName: "palette" */ '../features/search/palette.tsx'));

const useStyles = makeStyles({
  // On a phone the glass is enough for eyes, and the places beside it keep their line.
  word: { '@media (max-width: 400px)': onlyReadAloud },
  button: { flexShrink: 0, '@media (max-width: 400px)': { minWidth: 'auto' } },
  key: {
    marginInlineStart: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    '@media (max-width: 480px)': { display: 'none' },
  },
});

/** The way to search from everywhere: the button, Ctrl+K (⌘K), or “/” where nobody is writing. */
export function SearchEverywhere() {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!opensSearch(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  return (
    <>
      <Button
        size="small"
        className={styles.button}
        icon={<SearchRegular />}
        aria-keyshortcuts="Control+K /"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <span className={styles.word}>Search</span>
        {/* Part of the name: who speaks to the computer says what they see. */}
        <span className={styles.key}>Ctrl K</span>
      </Button>
      {open && (
        <Suspense>
          <Palette onClose={close} />
        </Suspense>
      )}
    </>
  );
}
