import { isElement, type BodyElement, type BodyNode } from './body-nodes.ts';

const inline = new Set([
  ...['b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del'],
  ...['sub', 'sup', 'code', 'a', 'br', 'img'],
]);

/** Nodes that stand in one line, or an element that stands for itself. */
export type BodyPiece = { readonly words: readonly BodyNode[] } | { readonly block: BodyElement };

/** What a body consists of, in its order: all that follows each other within a line is one piece. */
export function bodyPieces(nodes: readonly BodyNode[]): BodyPiece[] {
  const pieces: BodyPiece[] = [];
  let words: BodyNode[] = [];
  for (const node of nodes) {
    if (isElement(node) && !inline.has(node.name)) {
      pieces.push({ block: node });
      words = [];
      continue;
    }
    if (words.length === 0) pieces.push({ words });
    words.push(node);
  }
  return pieces;
}
