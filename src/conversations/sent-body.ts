import type { PostFile } from './post-file.ts';
import type { Body } from './request.ts';

/**
 * The text as it is posted: without the pictures that could not be taken along, and with links to files that are too large
 * to go with it. The same for every attempt, so that a look knows what to look for.
 */
export function sentBody({ body, files = [] }: { body: Body; files?: readonly PostFile[] }): Body {
  const links = files.flatMap(({ state, name, link }) =>
    state === 'linked' && link ? [{ name, link }] : [],
  );
  if (body.contentType === 'text') {
    const lines = links.map(({ name, link }) => `\n\n📎 ${name}\n${link}`);
    return { contentType: 'text', content: body.content + lines.join('') };
  }
  const pictures = new Set(files.flatMap(({ state, contentId }) => (state === 'stored' && contentId) || []));
  // Written by the sanitiser, which spells a picture in one way only.
  const content = body.content.replace(/<img src="cid:([\w.@-]+)"[^>]*>/g, (image, id: string) =>
    pictures.has(id) ? image : '',
  );
  const lines = links.map(({ name, link }) => `<p>📎 <a href="${escape(link)}">${escape(name)}</a></p>`);
  return { contentType: 'html', content: content + lines.join('') };
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
