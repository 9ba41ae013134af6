import type { Look } from '../address.ts';

interface Palette {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly card: string;
  readonly emphasis: string;
  readonly line: string;
}

/** The colours in which Teams shows cards, per theme. */
const PALETTES: Record<Look, Palette> = {
  light: {
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#0b6a0b',
    warning: '#8a5300',
    attention: '#b10e1c',
    card: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#d1d1d1',
  },
  dark: {
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9ea2ff',
    good: '#6fd46f',
    warning: '#f2c661',
    attention: '#ff99a4',
    card: '#292929',
    emphasis: '#1f1f1f',
    line: '#525252',
  },
  contrast: {
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffd700',
    attention: '#ff5f5f',
    card: '#000000',
    emphasis: '#000000',
    line: '#ffffff',
  },
};

/** A host config for `adaptivecards` that looks like Teams in the given theme. */
export function cardHostConfig(look: Look) {
  const palette = PALETTES[look];
  const both = (colour: string, subtle = colour) => ({ default: colour, subtle });
  const foregroundColors = {
    default: both(palette.text, palette.subtle),
    dark: both(palette.text, palette.subtle),
    light: both(palette.subtle),
    accent: both(palette.accent),
    good: both(palette.good),
    warning: both(palette.warning),
    attention: both(palette.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, borderColor: palette.line, foregroundColors });
  return {
    hostCapabilities: { capabilities: null },
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", system-ui, -apple-system, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { none: 0, small: 4, default: 8, medium: 12, large: 16, extraLarge: 20, padding: 16 },
    separator: { lineThickness: 1, lineColor: palette.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style(palette.card),
      emphasis: style(palette.emphasis),
      accent: style(palette.emphasis),
      good: style(palette.emphasis),
      warning: style(palette.emphasis),
      attention: style(palette.emphasis),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 8 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      iconPlacement: 'leftOfTitle',
      iconSize: 16,
    },
    adaptiveCard: { allowCustomStyle: false },
    textBlock: { headingLevel: 3 },
    factSet: {
      title: { color: 'default', size: 'default', isSubtle: false, weight: 'bolder', wrap: true, maxWidth: 150 },
      value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
      spacing: 16,
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { color: 'default', weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { color: 'default', weight: 'bolder' },
      },
      errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
    },
  };
}
