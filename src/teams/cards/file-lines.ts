import type { PostFile } from '../../conversations/post-file.ts';
import type { Texts } from '../texts/texts.ts';
import type { RichTextBlock } from './adaptive-card.ts';
import { fileSize } from './file-size.ts';
import { labelledLine } from './labelled-line.ts';
import { problemLine } from './problem-line.ts';
import { textRun } from './text-run.ts';

/** The files of a request or a form: what goes along, what became a link, and what does not go and why. */
export function fileLines(files: readonly PostFile[], texts: Texts): RichTextBlock[] {
  const along = files.filter(({ state }) => state === 'stored' || state === 'fetching');
  const names = along.map(({ name, size }) =>
    size === undefined ? name : `${name} (${fileSize(size, texts.language)})`,
  );
  return [
    ...(names.length > 0 ? [labelledLine(texts.files.label, names.join(', '))] : []),
    ...files.flatMap((file): RichTextBlock[] => {
      if (file.state === 'linked')
        return [
          { type: 'RichTextBlock', spacing: 'small', inlines: [textRun(texts.files.linked(file.name))] },
        ];
      if (file.state !== 'left-out' || file.reason === undefined) return [];
      return [problemLine(texts.error(file.reason))];
    }),
  ];
}
