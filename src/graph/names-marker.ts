const names =
  /singleValueExtendedProper|extended ?proper|'extensions'|openTypeExtension|KickoffRequest|com\.kickoff\.request|8f0c1b9e-6f2b-4b3e-9d0a-6b9f3f6a2c11/i;

/** Whether what Graph says is about the marker: it names the property, the extension, or the value's name. */
export function namesMarker(text: string): boolean {
  return names.test(text);
}
