import { isElement, isText, parseNodes, textOf, type BodyElement, type BodyNode } from './body-nodes.ts';
import { bodyPieces } from './body-pieces.ts';
import { foldText } from './fold-text.ts';
import { renderMarkdown, withoutEscapes } from './render-markdown.ts';

/** What Markdown in a form has no way to say. */
const unsaid = new Set(['u', 'sub', 'sup', 'img']);

/**
 * A sanitised body as readable Markdown that renders to the same words in the same order, and whether some of its look is
 * lost on the way (underlines, pictures, joined cells, blocks inside cells).
 */
export function writeMarkdown(html: string): { text: string; lost: boolean } {
  const found = { lost: false };
  const text = blocks(parseNodes(html).children, found).trim();
  const isPlain = renderMarkdown(text).contentType === 'text';
  return { text: isPlain ? withoutEscapes(text) : text, lost: found.lost };
}

interface Found {
  lost: boolean;
}

function blocks(nodes: readonly BodyNode[], found: Found): string {
  return bodyPieces(nodes)
    .map((piece) => ('words' in piece ? lineOf(piece.words, found) : block(piece.block, found)))
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** Words with their marks; without, where Markdown could not tell the marks apart (`**a****b**`). */
function lineOf(nodes: readonly BodyNode[], found: Found): string {
  const said = foldText(textOf(nodes));
  const text = protectLines(words(nodes, found).trim());
  if (text === '' || saysTheSame(text, said)) return text;
  found.lost = true;
  return protectLines(escapeWords(textWithBreaks(nodes)).trim());
}

function saysTheSame(text: string, said: string): boolean {
  const { contentType, content } = renderMarkdown(text);
  return contentType === 'html'
    ? foldText(textOf(parseNodes(content).children)) === said
    : foldText(withoutEscapes(content)) === said;
}

function block(element: BodyElement, found: Found): string {
  const { name, children } = element;
  if (/^h[1-6]$/.test(name)) return `${'#'.repeat(Number(name[1]))} ${oneLine(children, found)}`;
  switch (name) {
    case 'hr':
      return '* * *';
    case 'pre':
      return fenced(textWithBreaks(children));
    case 'blockquote':
      return indent(blocks(children, found), '> ', '> ');
    case 'ul':
    case 'ol':
      return list(element, found);
    case 'table':
      return table(element, found);
    default:
      return blocks(children, found);
  }
}

function list(element: BodyElement, found: Found): string {
  const first = Number(element.attribs['start'] ?? 1);
  return element.children
    .filter((node) => isElement(node) || (isText(node) && node.data.trim() !== ''))
    .map((item, index) => {
      const point = element.name === 'ol' ? `${first + index}. ` : '- ';
      const text = blocks(isElement(item) && item.name === 'li' ? item.children : [item], found);
      return indent(text.replace(/\n\n(?=(?:[-*]|\d+\.) )/g, '\n'), point, ' '.repeat(point.length));
    })
    .join('\n');
}

function table(element: BodyElement, found: Found): string {
  const rows = descendants(element, 'tr').map((row) =>
    row.children.filter(isElement).map((cell) => {
      if (cell.attribs['colspan'] !== undefined || cell.attribs['rowspan'] !== undefined) found.lost = true;
      if (descendants(cell, 'ul', 'ol', 'table', 'pre', 'blockquote').length > 0) found.lost = true;
      return oneLine(cell.children, found).replaceAll('|', '\\|');
    }),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const written = rows.map(
    (row) => `| ${[...row, ...Array<string>(width - row.length).fill('')].join(' | ')} |`,
  );
  return [written[0], `|${' --- |'.repeat(width)}`, ...written.slice(1)].join('\n');
}

function descendants(element: BodyElement, ...names: string[]): BodyElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => (names.includes(child.name) ? [child] : descendants(child, ...names)));
}

const marks: Readonly<Record<string, string>> = {
  b: '**',
  strong: '**',
  i: '*',
  em: '*',
  s: '~~',
  strike: '~~',
  del: '~~',
};

function words(nodes: readonly BodyNode[], found: Found): string {
  return nodes
    .map((node) => {
      if (isText(node)) return escapeWords(node.data.replace(/[ \t\r\n]+/g, ' '));
      if (!isElement(node)) return '';
      if (unsaid.has(node.name)) found.lost = true;
      if (node.name === 'br') return '\n';
      if (node.name === 'code') return quoted(textOf(node.children));
      const text = words(node.children, found);
      if (node.name === 'a') return link(node, text);
      return marked(text, marks[node.name]);
    })
    .join('');
}

/** Marks stand at words, not at spaces, or they would be read as signs. */
function marked(text: string, mark: string | undefined): string {
  const inner = text.trim();
  if (mark === undefined || inner === '' || inner.includes('\n')) return text;
  const at = text.indexOf(inner);
  return `${text.slice(0, at)}${mark}${inner}${mark}${text.slice(at + inner.length)}`;
}

function link({ attribs, children }: BodyElement, text: string): string {
  const { href } = attribs;
  if (href === undefined || text.trim() === '') return text;
  const shown = textOf(children).trim();
  if (shown === href || `mailto:${shown}` === href) return shown;
  return `[${text.replaceAll('\n', ' ').trim()}](<${href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

function quoted(code: string): string {
  const text = code.replace(/\s+/g, ' ');
  if (text.trim() === '') return text;
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code.replace(/\n$/, '')}\n${fence}`;
}

function textWithBreaks(nodes: readonly BodyNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data;
      if (!isElement(node)) return '';
      return node.name === 'br' ? '\n' : textWithBreaks(node.children);
    })
    .join('');
}

function oneLine(nodes: readonly BodyNode[], found: Found): string {
  // Begun only where spaces begin: else every one of a long row would be tried.
  return blocks(nodes, found).replace(/(?<!\s)\s*\n\s*/g, ' ');
}

/** Signs that Markdown would read; an underscore inside a word is none, and HTML is text anyway. */
function escapeWords(text: string): string {
  return text
    .replace(/[\\`*[\]~]|<(?=[^\s<>]*[:@])/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w{1,32};)/g, '\\&');
}

/** A line that begins like a heading, a point, a quote or a rule does not become one. */
function protectLines(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^(#{1,6}(?=\s|$)|[-+>=|:])/, '\\$1')
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'),
    )
    .join('\n');
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n');
}
