import { makeStaticStyles } from '@fluentui/react-components';

/** What belongs to the document: no margins, and stillness for those who asked their system for it. */
export const useGlobalStyles = makeStaticStyles({
  'html, body': { margin: 0, height: '100%' },
  '#copse': { height: '100%' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': {
      animationDuration: '0.01ms !important',
      animationIterationCount: '1 !important',
      transitionDuration: '0.01ms !important',
      scrollBehavior: 'auto !important',
    },
  },
});
