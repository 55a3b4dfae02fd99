const chosenId = /(^|[,;\n])[ \t]*([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})[ \t]*(?=[,;\n]|$)/gi;

/**
 * A draft's people as a form shows them: object ids, which the people picker holds, and everything else, which is text. Not a
 * character of the text is lost.
 */
export function splitPeople(people: string): { text: string; chosen: string[] } {
  const chosen: string[] = [];
  const text = people.replace(chosenId, (_, __, id: string) => {
    if (!chosen.includes(id.toLowerCase())) chosen.push(id.toLowerCase());
    return '';
  });
  return { text: chosen.length === 0 ? people : text.replace(/^[\s,;]+|(?<![\s,;])[\s,;]+$/g, ''), chosen };
}

/** The reverse: text and what the picker sent, both separated by commas, as one draft. */
export function joinPeople(text: string, chosen: string): string {
  return [text, chosen].filter((part) => part.trim() !== '').join(', ');
}
