/**
 * The card without the actions that ask a bot: in a draft, and in Outlook, only links work.
 *
 * @param {any} part
 * @returns {any}
 */
export function onlyLinks(part) {
  if (Array.isArray(part)) return part.filter((each) => !asksBot(each)).map(onlyLinks);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part)
      .filter(([, value]) => !asksBot(value))
      .map(([name, value]) => [name, onlyLinks(value)]),
  );
}

/** @param {any} part */
function asksBot(part) {
  return ['Action.Execute', 'Action.Submit'].includes(part?.type);
}
