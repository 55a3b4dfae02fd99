import { DomUtils } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { elementsIn, parseNodes, type BodyNodes } from './body-nodes.ts';

/** A picture in the text, to be named by its content id. */
export interface TeamsPicture {
  /** Where Teams keeps it. */
  readonly src: string;
  readonly alt: string;
}

const loose: sanitizeHtml.IOptions = {
  allowedTags: false,
  allowedAttributes: false,
  allowedSchemes: ['http', 'https', 'mailto', 'cid', 'data'],
  nonTextTags: ['script', 'style', 'title', 'textarea', 'option', 'noscript', 'template', 'attachment'],
  nestingLimit: 40,
  // What it lets through is sanitised again, when the text is cut out of it.
  allowVulnerableTags: true,
};

/**
 * The HTML copy that Teams attaches to a message, taken apart. Emoji, which are pictures in Teams, become the characters
 * that they stand for.
 *
 * @param contentIdOf the content id that a picture gets in the post; undefined takes it out
 */
export function readTeamsHtml(
  html: string,
  contentIdOf: (picture: TeamsPicture) => string | undefined,
): BodyNodes {
  const nodes = parseNodes(sanitizeHtml(html, loose));
  for (const image of elementsIn(nodes, 'img', 'emoji')) {
    const { itemtype = '', alt = '', src = '' } = image.attribs;
    if (image.name === 'emoji' || /emoji/i.test(itemtype)) {
      const [character] = parseNodes(escape(alt)).children;
      if (character === undefined) DomUtils.removeElement(image);
      else DomUtils.replaceElement(image, character);
      continue;
    }
    const id = contentIdOf({ src, alt });
    if (id === undefined) DomUtils.removeElement(image);
    else image.attribs = { src: `cid:${id}`, alt };
  }
  return nodes;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
