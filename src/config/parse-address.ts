/** What an address may be. */
export interface AddressRules {
  /** Plain http is taken from hosts of this machine. */
  readonly loopbackHttp?: boolean;
  readonly path?: boolean;
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * An https address without credentials, query and fragment; the answer has no trailing slash.
 *
 * @returns undefined for anything else.
 */
export function parseAddress(text: string, rules: AddressRules = {}): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:\/\//i.test(text) || /[?#]/.test(text)) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  const plain = rules.loopbackHttp === true && loopback.test(url.hostname);
  if (url.protocol !== 'https:' && !plain) return undefined;
  const path = url.pathname.replace(/\/+$/, '');
  return path === '' || rules.path === true ? url.origin + path : undefined;
}
