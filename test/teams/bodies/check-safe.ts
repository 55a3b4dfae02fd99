import assert from 'node:assert/strict';
import { DomUtils } from 'htmlparser2';
import { parseNodes } from '../../../src/teams/bodies/body-nodes.ts';

const attributes: Record<string, readonly string[]> = {
  a: ['href'],
  img: ['src', 'alt'],
  ol: ['start'],
  table: ['border', 'cellpadding', 'cellspacing'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
};
const names =
  'p div blockquote pre ul ol li h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr th td b strong i em u s strike del sub sup code a br hr img';

/** Fails unless everything in it is on the list that Outlook shows and nobody has to fear. */
export function checkSafe(html: string): void {
  for (const element of DomUtils.findAll(() => true, parseNodes(html).children)) {
    assert.ok(names.split(' ').includes(element.name), element.name);
    for (const [name, value] of Object.entries(element.attribs)) {
      if (name === 'dir') assert.match(value, /^(rtl|ltr|auto)$/);
      else assert.ok(attributes[element.name]?.includes(name), `${element.name} ${name}`);
    }
    const { href, src, colspan = '1' } = element.attribs;
    if (href !== undefined) assert.match(href, /^(https?:\/\/|mailto:)/);
    if (src !== undefined) assert.match(src, /^cid:[\w.@-]+$/);
    assert.ok(Number(colspan) < 1000);
  }
}
