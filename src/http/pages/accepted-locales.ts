/** More languages than a browser has, in front of which somebody sits. */
const most = 20;

/** The languages of an `Accept-Language` (RFC 9110 §12.5.4), best first, without those that are refused (`q=0`). */
export function acceptedLocales(header: string | undefined): string[] {
  return (header ?? '')
    .split(',', most)
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
      const quality = parameters.find((each) => /^q=/i.test(each))?.slice(2);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
