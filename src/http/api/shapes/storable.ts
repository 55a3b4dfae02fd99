import { z } from 'zod';

/** Text that can be stored: PostgreSQL takes every character but U+0000. */
export const storable = () => z.string().regex(/^[^\0]*$/, 'U+0000 is in it, which cannot be stored.');
