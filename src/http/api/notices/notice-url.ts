/** Where a notice can be asked for, as others reach this server. */
export function noticeUrl(id: string, { publicUrl }: { publicUrl: string }): string {
  return `${publicUrl}/api/v1/notices/${id}`;
}
