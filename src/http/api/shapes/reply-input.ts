import { z } from 'zod';
import { postingFields } from './posting-fields.ts';
import { storable } from './storable.ts';

// Whoever replies is told of answers only where they watch it already.
const { group, topic: _, watch: __, ...others } = postingFields;

/** Body of `POST /replies`. */
export const replyInput = z.strictObject({
  group,
  thread: storable()
    .max(512)
    .regex(/^\S+$/, 'This is no id.')
    .describe('Id of the thread that is answered, as Microsoft Graph has it.'),
  ...others,
});
