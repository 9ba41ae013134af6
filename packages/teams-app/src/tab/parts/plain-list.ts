import { type GriffelStyle, tokens } from '@fluentui/react-components';

/** A list whose entries stand below each other, without bullets: for `makeStyles`. */
export const plainList: GriffelStyle = {
  display: 'flex',
  flexDirection: 'column',
  gap: tokens.spacingVerticalS,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
};
