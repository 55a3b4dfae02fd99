/**
 * Why a database refused, in its own words, or by the code of a connection that failed (`ECONNREFUSED`): for operators. Neither
 * has the address or the password in it.
 */
export function reasonOf(error: unknown): string {
  const { code, syscall, message } = error as Partial<NodeJS.ErrnoException>;
  // Several addresses that were tried in vain come as one error without words.
  if (typeof code === 'string' && (syscall !== undefined || !message)) return code;
  return message ?? 'no reason given';
}
