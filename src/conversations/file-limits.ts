/**
 * What goes with one post. Graph takes attachments of less than 3 MB each, and requests of at most 4 MB, in which the bytes
 * grow by a third (learn.microsoft.com/graph post-post-attachments; "The maximum request length supported is 4MB").
 */
export const fileLimits = {
  /** Bytes of all files of one post together, as they are. */
  bytes: 2_500_000,
  /** Bytes of one request to Graph, with room for what is around text and files. */
  request: 3_900_000,
  files: 10,
  /** How long a turn waits for files before the request is stored without them, in milliseconds. */
  turnMs: 1_500,
  /** How long files are fetched for after that, in milliseconds; well within a hold. */
  fetchMs: 20_000,
  /** How long the bytes of a request that is not settled are kept, in milliseconds. */
  keptMs: 30 * 24 * 3_600_000,
} as const;
