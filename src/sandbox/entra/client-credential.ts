import { timingSafeEqual, X509Certificate } from 'node:crypto';
import { decodeJwt, jwtVerify, type JWTPayload } from 'jose';
import type { SandboxApp, SandboxClient } from '../tenant/tenant.ts';
import { checkFederatedAssertion } from './check-federated-assertion.ts';
import { EntraError } from './entra-error.ts';
import type { Form } from './read-form.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How a client may prove itself, besides the app's secret. */
export interface ClientCredentialOptions {
  readonly app: SandboxApp;
  /** Another app, which has a secret only. */
  readonly apiClient: SandboxClient;
  /** PEM certificates registered on the app; their keys sign client assertions. */
  readonly certificates: readonly string[];
  readonly tokenEndpoint: string;
  readonly now: Date;
  /** Checks signature and times of a token of this tenant. */
  readonly verify: (token: string) => Promise<JWTPayload>;
}

/**
 * Checks who calls the token endpoint: secret in the body, secret as HTTP Basic, or a client assertion (RFC 7523), which
 * the app signed itself or an identity that it trusts.
 *
 * @returns the client's id.
 * @throws EntraError `unknownClient`, `missingSecret`, `badSecret`, `badClientAssertion`, or what is wrong with a federated one.
 */
export async function checkClientCredential(
  form: Form,
  authorization: string | undefined,
  options: ClientCredentialOptions,
): Promise<string> {
  const basic = readBasic(authorization);
  const id = basic?.id ?? form('client_id');
  if (!id) throw new EntraError('malformed', 'client_id');
  const known = [options.app, options.apiClient].find((each) => each.id === id);
  if (known === undefined) throw new EntraError('unknownClient', id);
  const secret = basic?.secret ?? form('client_secret');
  if (secret !== undefined) {
    if (!same(secret, known.secret)) throw new EntraError('badSecret', id);
    return id;
  }
  if (known !== options.app) throw new EntraError('missingSecret');
  await checkClientAssertion(form, options);
  return id;
}

async function checkClientAssertion(form: Form, options: ClientCredentialOptions): Promise<void> {
  const assertion = form('client_assertion');
  if (assertion === undefined || form('client_assertion_type') !== assertionType) {
    throw new EntraError('missingSecret');
  }
  if (issuerOf(assertion) === options.app.id) await checkAssertion(assertion, options);
  else await checkFederatedAssertion(assertion, options.app.federatedCredentials, options.verify);
}

function readBasic(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
  const decode = (text: string): string => new URLSearchParams(`value=${text}`).get('value') ?? '';
  return { id: decode(id), secret: decode(rest.join(':')) };
}

function issuerOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss;
  } catch {
    throw new EntraError('badClientAssertion');
  }
}

async function checkAssertion(assertion: string, options: ClientCredentialOptions): Promise<void> {
  for (const certificate of options.certificates) {
    try {
      await jwtVerify(assertion, new X509Certificate(certificate).publicKey, {
        algorithms: ['RS256', 'PS256'],
        audience: options.tokenEndpoint,
        issuer: options.app.id,
        subject: options.app.id,
        requiredClaims: ['exp'],
        currentDate: options.now,
        clockTolerance: 300,
      });
      return;
    } catch {
      // Another registered certificate may fit.
    }
  }
  throw new EntraError('badClientAssertion');
}

function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
