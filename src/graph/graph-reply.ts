/** What came back from one request, read by us alone: Graph's client would throw on an empty body under a 2xx. */
export type GraphReply =
  | {
      kind: 'answer';
      status: number;
      headers: Headers;
      /** The parsed JSON body; undefined when it was empty, cut off or no JSON. */
      body: unknown;
    }
  /** No status line arrived: refused, cut, timed out. */
  | { kind: 'silence'; error: unknown };
