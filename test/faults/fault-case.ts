import type { RequestKind } from '../../src/conversations/request.ts';

export const operations: readonly RequestKind[] = ['conversation', 'group-thread', 'thread', 'reply'];
export const faultNames = [
  ...['307', '401', '404', '408', '429', '500', '502', '503', '504'],
  ...['reset', 'hang', 'slow'],
] as const;

/** One POST that meets one fault. */
export interface FaultCase {
  operation: RequestKind;
  fault: string;
  /** Whether the mailbox holds the post by the time of the fault. */
  when: 'before' | 'after';
  delivered: 'once' | 'at once' | 'in a row';
  instances: 1 | 2;
  profile: 'lenient' | 'adverse';
}

/** Every operation with every fault, in every way of delivering it. */
export function everyCase(): FaultCase[] {
  const cases: FaultCase[] = [];
  for (const profile of ['lenient', 'adverse'] as const)
    for (const instances of [1, 2] as const)
      for (const operation of operations)
        for (const fault of faultNames)
          for (const when of ['before', 'after'] as const)
            for (const delivered of ['once', 'at once', 'in a row'] as const)
              cases.push({ operation, fault, when, delivered, instances, profile });
  return cases;
}

/** Its name, which `--only` is tested against. */
export function caseName({ operation, fault, when, delivered, instances, profile }: FaultCase): string {
  return `${operation}, ${fault} ${when}, delivered ${delivered}, instances ${instances}, ${profile}`;
}
