import { DomUtils, ElementType, parseDocument } from 'htmlparser2';

/** A body taken apart; to be asked only of what `sanitizeBody` or `readTeamsHtml` made, which is not deeply nested. */
export type BodyNodes = ReturnType<typeof parseDocument>;
export type BodyNode = BodyNodes['children'][number];
export type BodyElement = Extract<BodyNode, { name: string; attribs: Record<string, string> }>;
export type BodyText = Extract<BodyNode, { data: string }>;

export function parseNodes(html: string): BodyNodes {
  return parseDocument(html);
}

export function writeNodes(nodes: BodyNodes): string {
  return DomUtils.getOuterHTML(nodes.children, { encodeEntities: 'utf8' });
}

export function isElement(node: BodyNode): node is BodyElement {
  return 'attribs' in node;
}

export function isText(node: BodyNode): node is BodyText {
  return node.type === ElementType.Text;
}

/** Elements of these names, in the order of the document. */
export function elementsIn(nodes: BodyNodes, ...names: string[]): BodyElement[] {
  return DomUtils.findAll((element) => names.includes(element.name), nodes.children);
}

/** All pieces of text, in the order of the document. */
export function textsIn(nodes: BodyNodes): BodyText[] {
  return DomUtils.find(
    (node) => node.type === ElementType.Text,
    nodes.children,
    true,
    Infinity,
  ) as BodyText[];
}

export function textOf(nodes: readonly BodyNode[]): string {
  return DomUtils.textContent([...nodes]);
}
