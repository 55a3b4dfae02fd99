import type { ErrorCode } from '../conversations/errors/error-table.ts';

/**
 * What Entra's numbers mean for a person ("Microsoft Entra authentication and authorization error codes",
 * learn.microsoft.com). Numbers that are not here say no more than the OAuth error that they come with.
 */
const meanings: readonly (readonly [ErrorCode, readonly number[]])[] = [
  ['ADMIN_CONSENT_REQUIRED', [90093, 90094, 90095]],
  ['CONSENT_REQUIRED', [65001, 65004]],
  // Disabled, deleted, not in the tenant.
  ['ACCOUNT_DISABLED', [50057, 50034, 50020]],
  // Device not compliant, not joined, app not approved, blocked by a policy, blocked for risk, not assigned to the app.
  ['SIGN_IN_BLOCKED', [53000, 53001, 53002, 53003, 53004, 530003, 50105]],
  // A second factor: to be given, registered, given again; or another provider's.
  ['SIGN_IN_STEP_MISSING', [50076, 50079, 50072, 50074, 50078, 50158]],
  // Assertion: signature, audience, time, form, no user. Code: malformed, expired, redeemed, other verifier.
  ['SIGN_IN_REJECTED', [50013, 500131, 500133, 50027, 7000114, 70000, 70008, 54005, 501481]],
];

/** The meaning of the numbers in a sentence of Entra's (`AADSTS65001: …`), if one of them is known. */
export function meaningOf(description: string): ErrorCode | undefined {
  const numbers = [...description.matchAll(/AADSTS(\d+)/g)].map((match) => Number(match[1]));
  return meanings.find(([, known]) => numbers.some((each) => known.includes(each)))?.[0];
}
