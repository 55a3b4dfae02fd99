import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Makes this process trust the sandbox's authority next to those it trusts already (public API of `node:tls`). */
export function trustAuthority(authority: string): void {
  setDefaultCACertificates([...getCACertificates('default'), authority]);
}
