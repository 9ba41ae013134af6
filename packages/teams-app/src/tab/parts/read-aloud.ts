import type { GriffelStyle } from '@fluentui/react-components';

/** Words that screen readers say and nobody sees: for `makeStyles`. */
export const onlyReadAloud: GriffelStyle = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};
