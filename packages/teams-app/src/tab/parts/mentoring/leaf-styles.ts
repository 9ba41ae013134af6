import { makeStyles, tokens } from '@fluentui/react-components';
import { plainList } from '../plain-list.ts';

/** What all cards about mentoring share. */
export const useMentoringStyles = makeStyles({
  card: { gap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    marginTop: 'auto',
    '& > button': { minWidth: 'auto' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  notes: plainList,
});
