import { z } from 'zod';
import { postingFields } from './posting-fields.ts';

/** Body of `POST /conversations`. */
export const conversationInput = z.strictObject(postingFields);
