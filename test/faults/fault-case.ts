import type { RequestKind } from '../../src/conversations/request.ts';

export const operations: readonly RequestKind[] = ['conversation', 'group-thread', 'thread', 'reply'];

/**
 * Graph acts on the POST only after the bot has given it up and has looked for it in vain: once, or as often as it does
 * by itself. Then the author presses *Look again* or *Send again*.
 */
export const lateFaults = ['late', 'late-look', 'late-send'] as const;
export const faultNames = [
  ...['307', '401', '404', '408', '429', '500', '502', '503', '504'],
  ...['reset', 'hang', 'slow'],
  ...lateFaults,
  // The answer is lost, and so is the first look; then the author presses *Send again* at once.
  'early-send',
] as const;
/** `tardy`: as adverse, and a reply can be read only after the first look for it. */
export const profileNames = ['lenient', 'adverse', 'tardy'] as const;

/** One POST that meets one fault. */
export interface FaultCase {
  operation: RequestKind;
  fault: string;
  /** Whether the mailbox holds the post by the time of the fault. */
  when: 'before' | 'after';
  delivered: 'once' | 'at once' | 'in a row';
  instances: 1 | 2;
  profile: (typeof profileNames)[number];
}

export function isLate(fault: string): boolean {
  return lateFaults.some((late) => late === fault);
}

/** What a fault can come before or after; some are about one of the two only. */
function times(fault: string): readonly FaultCase['when'][] {
  if (isLate(fault)) return ['before'];
  return fault === 'early-send' ? ['after'] : ['before', 'after'];
}

/** Every operation with every fault, in every way of delivering it. */
export function everyCase(): FaultCase[] {
  const cases: FaultCase[] = [];
  for (const profile of profileNames)
    for (const instances of [1, 2] as const)
      for (const operation of profile === 'tardy' ? (['reply'] as const) : operations)
        for (const fault of faultNames)
          for (const when of times(fault))
            for (const delivered of ['once', 'at once', 'in a row'] as const)
              cases.push({ operation, fault, when, delivered, instances, profile });
  return cases;
}

/** Its name, which `--only` is tested against. */
export function caseName({ operation, fault, when, delivered, instances, profile }: FaultCase): string {
  return `${operation}, ${fault} ${when}, delivered ${delivered}, instances ${instances}, ${profile}`;
}
