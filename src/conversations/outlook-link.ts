/**
 * The group's mail in Outlook on the web, `{base}/mail/group/{domain}/{alias}/email`, both lower-case. Graph has no
 * link of its own for conversations; this form is the one that Microsoft's Group Membership Management uses.
 *
 * @param outlookBase Outlook on the web without a trailing slash
 * @returns undefined when the group has no usable address
 */
export function outlookLink(outlookBase: string, groupMail: string): string | undefined {
  const at = groupMail.lastIndexOf('@');
  const alias = groupMail.slice(0, at).toLowerCase();
  const domain = groupMail.slice(at + 1).toLowerCase();
  if (at < 1 || domain === '' || !alias.isWellFormed() || !domain.isWellFormed()) return undefined;
  return `${outlookBase}/mail/group/${encodeURIComponent(domain)}/${encodeURIComponent(alias)}/email`;
}
