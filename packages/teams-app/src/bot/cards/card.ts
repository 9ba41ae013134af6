/** An element of an Adaptive Card. The builders below make all that we use, so a typing error cannot reach Teams. */
export type Element = { readonly type: string } & Readonly<Record<string, unknown>>;
export type Press = { readonly type: 'Action.Execute' } & Readonly<Record<string, unknown>>;
export type Submit = { readonly type: 'Action.Submit' } & Readonly<Record<string, unknown>>;
export type Action =
  | Press
  | Submit
  | ({ readonly type: 'Action.OpenUrl' | 'Action.ShowCard' } & Readonly<Record<string, unknown>>);

export type Card = {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  readonly version: '1.5';
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly refresh?: { readonly action: Press; readonly userIds?: readonly string[] };
};

type CardParts = {
  readonly body: readonly (Element | undefined)[];
  readonly actions?: readonly (Action | undefined)[];
  /** Read out, or shown by a client that is too old for the card. */
  readonly fallback: string;
  /**
   * Whose view of their own is fetched, and how. Everybody else keeps what was sent. Without ids it is fetched for all,
   * as long as they are at most sixty: beyond that Teams fetches for nobody.
   */
  readonly refresh?: { readonly press: Press; readonly userIds?: readonly string[] | undefined } | undefined;
};

/** Teams fetches views of their own for so many people, and no more. */
export const MOST_VIEWS = 60;

export function card({ body, actions = [], fallback, refresh }: CardParts): Card {
  const shown = actions.filter((action) => action !== undefined);
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: fallback,
    body: body.filter((element) => element !== undefined),
    ...(shown.length > 0 ? { actions: shown } : {}),
    ...(refresh ? { refresh: refreshOf(refresh) } : {}),
  };
}

const refreshOf = ({ press: action, userIds }: NonNullable<CardParts['refresh']>) => ({
  action,
  ...(userIds ? { userIds: userIds.slice(0, MOST_VIEWS) } : {}),
});

type TextStyle = {
  readonly size?: 'Small' | 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly color?: 'Accent' | 'Good' | 'Attention' | 'Warning';
  readonly subtle?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Medium' | 'Large';
  readonly heading?: boolean;
  readonly mono?: boolean;
  readonly align?: 'Center' | 'Right';
};

/** Text in Markdown that we wrote or escaped; use `plain()` for what people typed. It always wraps. */
export function text(markdown: string, style: TextStyle = {}): Element {
  return {
    type: 'TextBlock',
    text: markdown,
    wrap: true,
    ...(style.size ? { size: style.size } : {}),
    ...(style.weight ? { weight: style.weight } : {}),
    ...(style.color ? { color: style.color } : {}),
    ...(style.subtle ? { isSubtle: true } : {}),
    ...(style.spacing ? { spacing: style.spacing } : {}),
    ...(style.heading ? { style: 'heading' } : {}),
    ...(style.mono ? { fontType: 'Monospace' } : {}),
    ...(style.align ? { horizontalAlignment: style.align } : {}),
  };
}

export const small = (markdown: string, spacing: 'None' | 'Small' | 'Medium' = 'None'): Element =>
  text(markdown, { size: 'Small', subtle: true, spacing });

type BoxStyle = {
  readonly style?: 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
  readonly spacing?: 'None' | 'Small' | 'Medium' | 'Large';
  readonly separator?: boolean;
  readonly tap?: Press | undefined;
};

export function box(
  items: readonly (Element | undefined)[],
  { style, spacing, separator, tap }: BoxStyle = {},
): Element {
  return {
    type: 'Container',
    items: items.filter((item) => item !== undefined),
    ...(style ? { style } : {}),
    ...(spacing ? { spacing } : {}),
    ...(separator ? { separator: true } : {}),
    ...(tap ? { selectAction: tap } : {}),
  };
}

type Column = { readonly items: readonly Element[]; readonly width?: 'auto' | 'stretch'; readonly middle?: boolean };

export function columns(all: readonly Column[], spacing?: 'None' | 'Small' | 'Medium'): Element {
  return {
    type: 'ColumnSet',
    ...(spacing ? { spacing } : {}),
    columns: all.map(({ items, width = 'stretch', middle }) => ({
      type: 'Column',
      width,
      items,
      ...(middle ? { verticalContentAlignment: 'Center' } : {}),
    })),
  };
}

/**
 * A button that asks the bot; the card is replaced in place by what it answers.
 *
 * A client that knows no Action.Execute sends the same data as a message instead, and is answered with a new card.
 */
export function press(
  title: string,
  verb: string,
  data: Readonly<Record<string, unknown>> = {},
  primary = false,
): Press {
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    ...(primary ? { style: 'positive' } : {}),
    fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
  };
}

/** A button that changes nothing of what was typed on the card, so that half-filled inputs never stop it. */
export const pressOnly = (title: string, verb: string, data?: Readonly<Record<string, unknown>>): Press => ({
  ...press(title, verb, data),
  associatedInputs: 'none',
});

/** A button that opens a dialog of ours; `dialog` says which, and the bot is asked what it holds. */
export const openDialog = (
  title: string,
  dialog: string,
  data: Readonly<Record<string, unknown>> = {},
  primary = false,
): Submit => ({
  type: 'Action.Submit',
  title,
  data: { ...data, dialog, msteams: { type: 'task/fetch' } },
  associatedInputs: 'none',
  ...(primary ? { style: 'positive' } : {}),
});

/** A button inside a dialog: sends what was typed, and the dialog goes on or ends. */
export const send = (title: string, data: Readonly<Record<string, unknown>>, primary = false): Submit => ({
  type: 'Action.Submit',
  title,
  data,
  ...(primary ? { style: 'positive' } : {}),
});

/** Buttons in the middle of a card, beside what they are about. */
export const buttons = (actions: readonly (Action | undefined)[]): Element | undefined => {
  const shown = actions.filter((action) => action !== undefined);
  return shown.length > 0 ? { type: 'ActionSet', spacing: 'Small', actions: shown } : undefined;
};

export const openPage = (title: string, url: string): Action => ({ type: 'Action.OpenUrl', title, url });

/** A part of the card that opens under its button, with inputs and one button of its own. */
export const unfold = (title: string, body: readonly Element[], send: Press): Action => ({
  type: 'Action.ShowCard',
  title,
  card: { type: 'AdaptiveCard', version: '1.5', body, actions: [send] },
});

type Input = {
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly value?: string | undefined;
  readonly maxLength?: number;
  readonly lines?: boolean;
  /** What is said when it was left empty; without it, it may be. */
  readonly required?: string;
};

export function input({ id, label, placeholder, value, maxLength, lines, required }: Input): Element {
  return {
    type: 'Input.Text',
    id,
    label,
    ...(placeholder ? { placeholder } : {}),
    ...(value ? { value } : {}),
    ...(maxLength ? { maxLength } : {}),
    ...(lines ? { isMultiline: true } : {}),
    ...(required ? { isRequired: true, errorMessage: required } : {}),
  };
}

/** A calendar day, `YYYY-MM-DD`. */
export const dayInput = (id: string, label: string, required: string, value: string): Element => ({
  type: 'Input.Date',
  id,
  label,
  isRequired: true,
  errorMessage: required,
  ...(value ? { value } : {}),
});

export type Choice = { readonly title: string; readonly value: string };

/**
 * One of several; the first is chosen unless `chosen` says which. `required` is said where none is, and marks what must
 * be chosen; a setting, which always has a value, is not marked.
 */
export const choose = (
  id: string,
  label: string,
  required: string | undefined,
  choices: readonly Choice[],
  chosen: string | undefined = choices[0]?.value,
): Element => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  wrap: true,
  ...(required ? { isRequired: true, errorMessage: required } : {}),
  choices,
  ...(chosen === undefined ? {} : { value: chosen }),
});

/** A box to tick. Comes back as 'true' or 'false'. */
export const tick = (id: string, title: string, ticked = false): Element => ({
  type: 'Input.Toggle',
  id,
  title,
  wrap: true,
  value: ticked ? 'true' : 'false',
});
