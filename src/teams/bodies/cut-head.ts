import { DomUtils } from 'htmlparser2';
import { isElement, textsIn, type BodyNode, type BodyNodes, type BodyText } from './body-nodes.ts';
import { foldText } from './fold-text.ts';

/**
 * Cuts the command's head off a message's HTML copy, in place: what stays says exactly what the parser made the body of
 * the plain text, spaces aside. Plain text may show the points of a list as signs, which HTML does not have as text.
 *
 * @returns false when the two cannot be laid over each other; then the nodes are as they were
 */
export function cutHead(nodes: BodyNodes, body: string): boolean {
  const texts = textsIn(nodes);
  const all = texts.map(({ data }) => foldText(data)).join('');
  const wanted = [foldText(body), foldText(withoutPoints(body))].find(
    (folded) => folded !== '' && all.endsWith(folded),
  );
  if (wanted === undefined) return false;
  let left = all.length - wanted.length;
  for (const text of texts) {
    const length = foldText(text.data).length;
    if (left < length) {
      text.data = withoutFirst(text.data, left);
      dropBefore(nodes.children, text);
      return true;
    }
    left -= length;
  }
  return false;
}

function withoutPoints(body: string): string {
  return body.replace(/^[ \t\u00a0]*(?:[-*•◦▪o]|\d{1,3}[.)])[ \t\u00a0]+/gmu, '');
}

/** Without as many folded characters, and the spaces that follow them. */
function withoutFirst(data: string, count: number): string {
  let at = 0;
  let left = count;
  while (left > 0) {
    const next = /^(?:&nbsp;|[^])/u.exec(data.slice(at))?.[0] ?? '';
    left -= foldText(next).length;
    at += next.length;
  }
  return data.slice(at).trimStart();
}

/** Takes away everything in front of a text, except pictures. */
function dropBefore(siblings: readonly BodyNode[], text: BodyText): void {
  for (const node of [...siblings]) {
    if (node === text) return;
    if (isElement(node) && DomUtils.find((each) => each === text, node.children, true, 1).length > 0)
      return dropBefore(node.children, text);
    if (!isElement(node) || !hasPicture(node)) DomUtils.removeElement(node);
  }
}

function hasPicture(node: BodyNode): boolean {
  return isElement(node) && DomUtils.existsOne((each) => each.name === 'img', [node]);
}
