import sanitizeHtml from 'sanitize-html';

/** Elements deeper than this are taken away, their text stays. */
const nestingLimit = 40;

const blocks = ['p', 'div', 'blockquote', 'pre', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const tables = ['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'];
const words = ['b', 'strong', 'i', 'em', 'u', 's', 'strike', 'del', 'sub', 'sup', 'code', 'a'];

const options: sanitizeHtml.IOptions = {
  allowedTags: [...blocks, ...tables, ...words, 'br', 'hr', 'img'],
  allowedAttributes: {
    ...Object.fromEntries([...blocks, 'td', 'th', 'table'].map((name) => [name, ['dir']])),
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start', 'dir'],
    table: ['border', 'cellpadding', 'cellspacing', 'dir'],
    td: ['colspan', 'rowspan', 'dir'],
    th: ['colspan', 'rowspan', 'dir'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['cid'] },
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'title', 'textarea', 'option', 'noscript', 'template'],
  nestingLimit,
  transformTags: {
    '*': (tagName, attribs) => ({ tagName, attribs: withDirection(attribs) }),
    a: (tagName, attribs) => ({ tagName, attribs: linkTo(attribs['href']) }),
    ol: (tagName, attribs) => ({
      tagName,
      attribs: { ...directionOf(attribs['dir']), ...numbers(attribs, ['start']) },
    }),
    // Without lines, a table that comes without its styles cannot be read.
    table: (tagName, attribs) => ({
      tagName,
      attribs: { ...directionOf(attribs['dir']), border: '1', cellpadding: '4', cellspacing: '0' },
    }),
    td: cell,
    th: cell,
    // Teams writes a block of code in an element of its own.
    codeblock: 'pre',
  },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !/^cid:[\w.@-]+$/.test(attribs['src'] ?? ''),
};

/**
 * HTML as it may be posted: what Outlook shows of a text, and nothing that acts, hides or leads elsewhere than it says.
 * Links only to http(s) and mail addresses, pictures only from the post itself (`cid:`), no styles, classes or ids. The
 * text stays, except that of scripts and the like. The same again for what comes out.
 */
export function sanitizeBody(html: string): string {
  return sanitizeHtml(html, options).trim();
}

function cell(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  return {
    tagName,
    attribs: { ...directionOf(attribs['dir']), ...numbers(attribs, ['colspan', 'rowspan']) },
  };
}

function withDirection({ dir = '', ...attribs }: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  return { ...attribs, ...directionOf(dir) };
}

function directionOf(dir: string | undefined): sanitizeHtml.Attributes {
  return /^(?:rtl|ltr|auto)$/i.test(dir ?? '') ? { dir: String(dir).toLowerCase() } : {};
}

function numbers(attribs: sanitizeHtml.Attributes, names: readonly string[]): sanitizeHtml.Attributes {
  return Object.fromEntries(
    names.flatMap((name) =>
      /^\d{1,3}$/.test(attribs[name] ?? '') ? [[name, String(Number(attribs[name]))]] : [],
    ),
  );
}

/** An address with its scheme, as a browser reads it; anything else is no link. */
function linkTo(href: string | undefined): sanitizeHtml.Attributes {
  const url = URL.parse(href ?? '');
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? { href: url.href } : {};
}
