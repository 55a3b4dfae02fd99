/** Structured log; fields are an allow-list of plain values: never a token, never what people typed. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

export interface LogFields {
  request?: string;
  tenant?: string;
  person?: string;
  code?: string;
  route?: string;
  status?: number;
  ms?: number;
  kind?: string;
  state?: string;
  count?: number;
  /** A cause, logged by name, message and stack only. */
  error?: unknown;
}
