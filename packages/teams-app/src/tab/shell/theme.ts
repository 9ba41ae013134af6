import {
  type BrandVariants,
  createLightTheme,
  createTeamsDarkTheme,
  type Theme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';
import type { ThemeName } from '../host/connect.ts';

/** A leaf green from bark to bud. White on 80 and on 70 reaches 4.5 : 1, and so does 110 on Teams' dark ground. */
const leaf: BrandVariants = {
  10: '#03100a',
  20: '#0a2417',
  30: '#0d3b24',
  40: '#104c2f',
  50: '#145c39',
  60: '#196841',
  70: '#1b7148',
  80: '#1f7a4f',
  90: '#3b9068',
  100: '#52a57c',
  110: '#67b98f',
  120: '#83caa5',
  130: '#a1dabc',
  140: '#bfe8d1',
  150: '#dcf4e6',
  160: '#eefaf3',
};

/** Teams draws people, cards and panels round; Copse follows. */
const gentle: Partial<Theme> = { borderRadiusMedium: '6px', borderRadiusLarge: '8px', borderRadiusXLarge: '12px' };

/** High contrast belongs to the person's settings alone: no accents of ours. */
export const themes: Record<ThemeName, Theme> = {
  default: { ...createLightTheme(leaf), ...gentle },
  dark: { ...createTeamsDarkTheme(leaf), ...gentle },
  contrast: { ...teamsHighContrastTheme, ...gentle },
};
