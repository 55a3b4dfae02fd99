import type { forOthers } from './for-others.ts';

/**
 * The part of Adaptive Cards 1.5 that Kickoff uses. `choices.data` comes from the 1.6 schema; Teams takes it in 1.5
 * cards (learn.microsoft.com, “Typeahead search in Adaptive Cards”).
 */
export interface AdaptiveCard {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  /** Outlook shows inserted cards up to 1.4 only. */
  version: '1.5' | '1.4';
  fallbackText: string;
  speak: string;
  /** Asks for what one person sees of a card that others see too: see `ownView`. */
  refresh?: CardRefresh;
  body: CardElement[];
  /** Of a card that is one person's: what everybody else reads. */
  [forOthers]?: AdaptiveCard;
}

/** Carried out by the clients of these people (`29:…`, at most 60) when the card is shown, and by anybody on demand. */
export interface CardRefresh {
  action: { type: 'Action.Execute'; verb: string; data: ActionData };
  userIds: string[];
}

export type CardElement =
  | TextBlock
  | RichTextBlock
  | Container
  | ColumnSet
  | Table
  | InputText
  | InputDate
  | InputTime
  | InputChoiceSet
  | InputToggle
  | ActionSet;

export type CardColor = 'default' | 'accent' | 'good' | 'warning' | 'attention';

/** Markdown is read in it: only for our own texts, never for what people or tenants wrote. */
export interface TextBlock {
  type: 'TextBlock';
  text: string;
  style?: 'heading';
  size?: 'medium' | 'large';
  weight?: 'bolder';
  color?: CardColor;
  isSubtle?: boolean;
  wrap: true;
  spacing?: Spacing;
}

export interface RichTextBlock {
  type: 'RichTextBlock';
  inlines: TextRun[];
  spacing?: Spacing;
}

/** Shown as it is: no Markdown. */
export interface TextRun {
  type: 'TextRun';
  text: string;
  size?: 'medium' | 'large';
  weight?: 'bolder';
  color?: CardColor;
  isSubtle?: boolean;
  fontType?: 'monospace';
  italic?: boolean;
  strikethrough?: boolean;
  underline?: boolean;
}

export interface Container {
  type: 'Container';
  items: CardElement[];
  style?: 'default' | 'emphasis' | 'attention';
  spacing?: Spacing;
}

export interface ColumnSet {
  type: 'ColumnSet';
  columns: Column[];
  spacing?: Spacing;
}

export interface Column {
  type: 'Column';
  /** Its share of the whole width. */
  width: number;
  items: CardElement[];
  style?: 'default' | 'emphasis' | 'good' | 'attention' | 'warning';
  /** `8px` */
  minHeight?: string;
  spacing?: Spacing;
}

export interface Table {
  type: 'Table';
  columns: { width: number }[];
  rows: TableRow[];
  firstRowAsHeader: boolean;
  showGridLines: boolean;
}

export interface TableRow {
  type: 'TableRow';
  cells: { type: 'TableCell'; items: CardElement[] }[];
}

export interface InputText {
  type: 'Input.Text';
  id: string;
  label: string;
  value?: string;
  placeholder?: string;
  isMultiline?: boolean;
  maxLength?: number;
  isRequired?: boolean;
  errorMessage?: string;
}

/** A calendar day, `2026-11-30`. */
export interface InputDate {
  type: 'Input.Date';
  id: string;
  label: string;
  value?: string;
}

/** A time of day, `09:00`. */
export interface InputTime {
  type: 'Input.Time';
  id: string;
  label: string;
  value?: string;
}

export interface Choice {
  title: string;
  value: string;
}

export interface InputChoiceSet {
  type: 'Input.ChoiceSet';
  id: string;
  label: string;
  style?: 'filtered' | 'compact';
  isMultiSelect?: boolean;
  choices: Choice[];
  /** `associatedInputs: 'auto'` sends the card's other inputs along (not in the clouds of governments and China). */
  'choices.data'?: { type: 'Data.Query'; dataset: string; associatedInputs?: 'auto' };
  /** What happens when another choice is made; in Teams only. */
  valueChangedAction?: { type: 'Action.ResetInputs'; targetInputIds: string[] };
  value?: string;
  placeholder?: string;
  isRequired?: boolean;
  errorMessage?: string;
}

/** Sends `true` or `false`. */
export interface InputToggle {
  type: 'Input.Toggle';
  id: string;
  /** What is switched on; the label is said in front of it by screen readers. */
  title: string;
  label: string;
  value: 'true' | 'false';
  wrap: true;
}

export interface ActionSet {
  type: 'ActionSet';
  actions: CardAction[];
}

export type ActionData = Readonly<Record<string, string | boolean | { readonly type: 'task/fetch' }>>;

export type CardAction =
  | { type: 'Action.OpenUrl'; title: string; url: string; mode?: 'secondary' }
  | {
      type: 'Action.Execute';
      title: string;
      verb: string;
      data: ActionData;
      style?: 'positive';
      /** In the overflow menu. */
      mode?: 'secondary';
      associatedInputs?: 'none';
      fallback: SubmitAction;
    }
  | SubmitAction;

export interface SubmitAction {
  type: 'Action.Submit';
  title: string;
  data: ActionData;
  style?: 'positive';
  mode?: 'secondary';
  associatedInputs?: 'none';
}

type Spacing = 'none' | 'small' | 'medium' | 'large';
