/** Where a request can be asked for, as others reach this server. */
export function requestUrl(id: string, { publicUrl }: { publicUrl: string }): string {
  return `${publicUrl}/api/v1/requests/${id}`;
}
