import { generateKeyPair, type GenerateKeyPairResult } from 'jose';

/** Makes an RSA key pair to sign tokens with; Bot Framework reads no other kind from a JWKS. */
export type MakeKeyPair = () => Promise<GenerateKeyPairResult>;

/** A fresh pair of 2048 bits. */
export const makeKeyPair: MakeKeyPair = () =>
  generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
