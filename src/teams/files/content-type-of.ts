const office = 'application/vnd.openxmlformats-officedocument';

/** What readers may open by its type; everything else is a file to be saved. HTML and SVG are left out: they can act. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: `${office}.wordprocessingml.document`,
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: `${office}.presentationml.presentation`,
  txt: 'text/plain',
  xlsx: `${office}.spreadsheetml.sheet`,
  zip: 'application/zip',
};

/** The type that a file's name stands for, from a short list. */
export function contentTypeOf(name: string): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(types, ending) ? (types[ending] ?? '') : 'application/octet-stream';
}
