/** `?$select=…&$top=…`, values encoded; Graph's client would send them as they are. */
export function odataQuery(options: Readonly<Record<string, string | number | boolean>>): string {
  const parts = Object.entries(options).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`,
  );
  return `?${parts.join('&')}`;
}
