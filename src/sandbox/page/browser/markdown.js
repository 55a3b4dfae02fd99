/* global markdownit */

/** @type {{ render: (text: string) => string } | undefined} */
let renderer;

/**
 * Markdown as the bot writes it, as HTML: no raw HTML passes, links open in a new tab.
 *
 * @param {string} text
 * @returns {string}
 */
export function renderMarkdown(text) {
  renderer ??= createRenderer();
  return renderer.render(text);
}

function createRenderer() {
  // @ts-expect-error markdown-it's browser build is a global.
  const made = markdownit({ html: false, linkify: true, breaks: true });
  const open =
    made.renderer.rules.link_open ?? ((/** @type {any[]} */ ...of) => of[4].renderToken(of[0], of[1], of[2]));
  made.renderer.rules.link_open = (/** @type {any[]} */ ...of) => {
    of[0][of[1]].attrSet('target', '_blank');
    of[0][of[1]].attrSet('rel', 'noopener noreferrer');
    return open(...of);
  };
  return made;
}
