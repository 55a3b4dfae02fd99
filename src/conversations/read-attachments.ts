import { leaveOut } from './leave-out.ts';
import type { Attachment } from './ports/mailbox.ts';
import type { FileStore } from './ports/file-store.ts';
import type { PostFile } from './post-file.ts';
import type { ConversationRequest } from './request.ts';

/**
 * The bytes of the files that go with a request's post.
 *
 * @returns `files` only when some of them are gone: what is known of all of them then
 */
export async function readAttachments(
  { author, body, files = [] }: ConversationRequest,
  { fileStore }: { fileStore: FileStore },
): Promise<{ attachments: Attachment[]; files?: PostFile[] }> {
  const attachments: Attachment[] = [];
  const gone = new Set<string>();
  for (const { id, state, name, contentType, contentId } of files) {
    if (state !== 'stored') continue;
    const bytes = await fileStore.read(id, author);
    if (bytes === undefined) {
      gone.add(id);
      continue;
    }
    // A picture that the text does not show after all goes as a file.
    const isShown = contentId !== undefined && body.content.includes(`"cid:${contentId}"`);
    attachments.push({ name, contentType, bytes, ...(isShown && { contentId }) });
  }
  if (gone.size === 0) return { attachments };
  return {
    attachments,
    files: files.map((file) => (gone.has(file.id) ? leaveOut(file, 'FILE_GONE') : file)),
  };
}
