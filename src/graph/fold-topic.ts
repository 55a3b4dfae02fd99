/** What mail programs put before the topic of an answer or a forwarded post, in the languages they speak. */
const prefix =
  /^(?:re|aw|sv|vs|antw|odp|rv|rif|res|ref|fw|fwd|wg|tr|vb|enc|ynt|回复|答复|转发)\s*(?:\[\d+\])?\s*[:\uff1a]\s*/iu;

/** A topic as topics are compared: without prefixes, upper case and spaces, which a mailbox may change. */
export function foldTopic(topic: string): string {
  let folded = topic
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, ' ')
    .trim()
    .toLowerCase();
  while (prefix.test(folded)) folded = folded.replace(prefix, '');
  return folded;
}
