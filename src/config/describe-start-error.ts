import { CodedError } from '../conversations/errors/coded-error.ts';
import { SettingsError } from './settings-error.ts';

/** What Node tells of a failed system call. */
type SystemError = Partial<NodeJS.ErrnoException & { port: number }>;

/** What a process that could not start says: what is in the way and what to do; a stack only for what nobody foresaw. */
export function describeStartError(
  error: unknown,
  env: Readonly<Record<string, string | undefined>>,
): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof CodedError) return `${error.says} ${error.next}`;
  const { syscall, path, code } = error as SystemError;
  if (syscall === 'listen' || syscall === 'getaddrinfo') return describeListening(error as SystemError, env);
  if (path !== undefined && code !== undefined) {
    return `${path} cannot be used as a place for data (${code}). Set DATA_DIR to a folder that this process may write to.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function describeListening(
  { code, port = 0, syscall }: SystemError,
  env: Readonly<Record<string, string | undefined>>,
): string {
  const setting = settingOf(port, env);
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use already. Stop what listens there (perhaps another Kickoff), or set ${setting} to another port.`;
  }
  if (code === 'EACCES')
    return `This process may not listen on port ${port}. Set ${setting} to one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || syscall === 'getaddrinfo') {
    return `HOST is no address of this machine (${code}). Set it to one, such as 127.0.0.1, or leave it out.`;
  }
  return `Port ${port} cannot be listened on (${code}). Set ${setting} to another port.`;
}

function settingOf(port: number, env: Readonly<Record<string, string | undefined>>): string {
  const given = (name: string, otherwise?: number): boolean => Number(env[name] || otherwise) === port;
  if (given('METRICS_PORT')) return 'METRICS_PORT';
  return given('PORT', 3978) ? 'PORT' : 'SANDBOX_PORT';
}
