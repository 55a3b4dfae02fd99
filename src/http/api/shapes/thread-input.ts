import { z } from 'zod';
import { postingFields } from './posting-fields.ts';
import { storable } from './storable.ts';

const { group, ...others } = postingFields;

/** Body of `POST /threads`. */
export const threadInput = z.strictObject({
  group,
  conversation: storable()
    .max(512)
    .regex(/\S/, 'This is empty.')
    .describe('The conversation in which the thread starts: its id, or its exact topic.'),
  ...others,
});
