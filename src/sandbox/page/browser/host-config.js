/** How cards look: the page's own colours and sizes, so that light and dark follow the page. */
const colour = (/** @type {string} */ name) => ({
  default: `var(--${name})`,
  subtle: `var(--${name}-soft, var(--soft))`,
});

const foregroundColors = {
  default: colour('text'),
  dark: colour('text'),
  light: colour('soft'),
  accent: colour('accent-text'),
  attention: colour('bad'),
  good: colour('good'),
  warning: colour('warn'),
};

const style = (/** @type {string} */ background) => ({ backgroundColor: background, foregroundColors });

export const hostConfig = {
  supportsInteractivity: true,
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 14, large: 17, extraLarge: 21 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  spacing: { small: 6, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  imageSizes: { small: 40, medium: 80, large: 160 },
  containerStyles: {
    default: style('transparent'),
    emphasis: style('var(--sunken)'),
    good: style('var(--good-back)'),
    attention: style('var(--bad-back)'),
    warning: style('var(--warn-back)'),
    accent: style('var(--accent-back)'),
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 8 },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  inputs: {
    label: {
      requiredInputs: { suffix: ' *', suffixColor: 'attention', weight: 'bolder' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small' },
  },
  factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 120 }, value: { wrap: true }, spacing: 12 },
  textBlock: { headingLevel: 3 },
};
