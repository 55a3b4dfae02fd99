import type { Body } from '../../conversations/request.ts';
import { isElement, isText, parseNodes, type BodyElement, type BodyNode } from '../bodies/body-nodes.ts';
import { bodyPieces } from '../bodies/body-pieces.ts';
import type { Texts } from '../texts/texts.ts';
import type { CardElement, TableRow, TextRun } from './adaptive-card.ts';
import { textRun } from './text-run.ts';

/** What of a text is shown at most: a card holds 80 KB, in which every run takes its share. */
const mostCharacters = 6_000;
const mostRuns = 200;
const mostColumns = 10;

type Look = Pick<TextRun, 'weight' | 'italic' | 'strikethrough' | 'underline' | 'fontType' | 'isSubtle'>;

/** What is being shown, and how much more may be. */
interface Scene {
  readonly texts: Texts;
  characters: number;
  runs: number;
  cut: boolean;
}

/**
 * A body as elements of a card, with the look that Outlook gives it as far as cards have it. Words go into text runs only,
 * so nothing in them is read as markup, and links are shown with where they lead.
 */
export function bodyElements({ contentType, content }: Body, texts: Texts): CardElement[] {
  const scene: Scene = { texts, characters: mostCharacters, runs: mostRuns, cut: false };
  const elements =
    contentType === 'text'
      ? content.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((line) => lineElement([[line, {}]], scene))
      : blockElements(parseNodes(content).children, '', scene);
  if (scene.cut)
    elements.push({ type: 'RichTextBlock', inlines: [textRun(texts.preview.cut, { isSubtle: true })] });
  return elements;
}

/** Pieces of one line, each with its look. */
type Line = [string, Look][];

function lineElement(line: Line, scene: Scene, before = ''): CardElement[] {
  const inlines: TextRun[] = [];
  for (const [text, look] of before === '' ? line : [[before, {}] as [string, Look], ...line]) {
    if (text === '') continue;
    if (scene.characters <= 0 || scene.runs <= 0) {
      scene.cut = true;
      break;
    }
    const limit = Math.min(scene.characters, text.length);
    scene.cut ||= limit < text.length;
    inlines.push(textRun(text, { limit, ...look }));
    scene.characters -= limit;
    scene.runs -= 1;
  }
  if (inlines.every(({ text }) => text.replace(/[\s\u2068\u2069]/g, '') === '')) return [];
  return [{ type: 'RichTextBlock', spacing: 'small', inlines }];
}

/** @param before what stands in front of the first line: the indentation and point of a list */
function blockElements(nodes: readonly BodyNode[], before: string, scene: Scene): CardElement[] {
  const elements: CardElement[] = [];
  let front = before;
  const add = (made: CardElement[]): void => {
    if (made.length > 0) front = before.replace(/[^\u00a0]/g, '\u00a0');
    elements.push(...made);
  };
  for (const piece of bodyPieces(nodes)) {
    if (scene.characters <= 0 || scene.runs <= 0) {
      scene.cut = true;
      break;
    }
    if ('block' in piece) add(blockElement(piece.block, front, scene));
    else for (const line of linesOf(piece.words, {}, scene)) add(lineElement(line, scene, front));
  }
  return elements;
}

function blockElement(element: BodyElement, before: string, scene: Scene): CardElement[] {
  const { name, children, attribs } = element;
  if (/^h[1-6]$/.test(name))
    return linesOf(children, { weight: 'bolder' }, scene).flatMap((line) => lineElement(line, scene, before));
  switch (name) {
    case 'hr':
      return lineElement([['―'.repeat(12), { isSubtle: true }]], scene, before);
    case 'ul':
    case 'ol': {
      const items = children.filter(isElement);
      const first = Number(attribs['start'] ?? 1);
      const indent = `${before.replace(/[^\u00a0]/g, '\u00a0')}\u00a0\u00a0`;
      return items.flatMap((item, index) =>
        blockElements(item.children, `${indent}${name === 'ol' ? `${first + index}.` : '•'}\u00a0`, scene),
      );
    }
    case 'pre':
      return boxed(
        linesOf(children, { fontType: 'monospace' }, scene, true).flatMap((line) => lineElement(line, scene)),
      );
    case 'blockquote':
      return boxed(blockElements(children, '', scene));
    case 'table':
      return tableElement(element, scene);
    default:
      return blockElements(children, before, scene);
  }
}

function boxed(items: CardElement[]): CardElement[] {
  return items.length === 0 ? [] : [{ type: 'Container', style: 'default', spacing: 'small', items }];
}

function tableElement(element: BodyElement, scene: Scene): CardElement[] {
  const rows = rowsOf(element).map((row) => row.children.filter(isElement).slice(0, mostColumns));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const shown: TableRow[] = [];
  for (const row of rows) {
    if (scene.characters <= 0 || scene.runs <= 0) {
      scene.cut = true;
      break;
    }
    shown.push({
      type: 'TableRow',
      cells: Array.from({ length: width }, (_, index) => ({
        type: 'TableCell' as const,
        items: blockElements(row[index]?.children ?? [], '', scene),
      })),
    });
  }
  const firstRowAsHeader = rows[0]?.every(({ name }) => name === 'th') ?? false;
  const columns = Array.from({ length: width }, () => ({ width: 1 }));
  return [{ type: 'Table', columns, rows: shown, firstRowAsHeader, showGridLines: true }];
}

function rowsOf({ children }: BodyElement): BodyElement[] {
  return children.filter(isElement).flatMap((child) => (child.name === 'tr' ? [child] : rowsOf(child)));
}

const looks: Readonly<Record<string, Look>> = {
  b: { weight: 'bolder' },
  strong: { weight: 'bolder' },
  i: { italic: true },
  em: { italic: true },
  u: { underline: true },
  s: { strikethrough: true },
  strike: { strikethrough: true },
  del: { strikethrough: true },
  code: { fontType: 'monospace' },
  a: { underline: true },
};

/** Words with their looks, line by line. */
function linesOf(nodes: readonly BodyNode[], look: Look, scene: Scene, asTyped = false): Line[] {
  const lines: Line[] = [[]];
  const add = (text: string, look: Look): void => void lines.at(-1)?.push([text, look]);
  const walk = (nodes: readonly BodyNode[], look: Look): void => {
    for (const node of nodes) {
      if (isText(node)) {
        const [first = '', ...others] = asTyped
          ? node.data.split('\n')
          : [node.data.replace(/[ \t\r\n]+/g, ' ')];
        add(asTyped ? first.replaceAll(' ', '\u00a0') : first, look);
        for (const text of others) lines.push([[text.replaceAll(' ', '\u00a0'), look]]);
      } else if (isElement(node)) {
        if (node.name === 'br') lines.push([]);
        else if (node.name === 'img') add(scene.texts.preview.picture, { isSubtle: true });
        else walk(node.children, { ...look, ...looks[node.name] });
        const { href } = node.attribs;
        if (href !== undefined && !isSameAddress(href, textOfLine(lines.at(-1))))
          add(` (${href})`, { isSubtle: true });
      }
    }
  };
  walk(nodes, look);
  return lines;
}

/** An address that was typed gets the `/` that belongs behind its host. */
function isSameAddress(href: string, shown: string | undefined): boolean {
  return href === shown || href === `${shown}/`;
}

function textOfLine(line: Line | undefined): string | undefined {
  return line?.at(-1)?.[0];
}
