/** SQLSTATE: class 08 is a connection that failed, 57P01 to 57P03 a server that stops or starts, 53300 one that is full. */
const POSTGRES = /^(08\w{3}|57P0[123]|53300)$/;
const SOCKET = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const MYSQL = /^(PROTOCOL_CONNECTION_LOST|ER_CON_COUNT_ERROR|ER_SERVER_SHUTDOWN)$/;
/** What `pg` says without a code. */
const WORDS =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;

/** Whether an error says that the database could not be asked: what was asked may be asked again later. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, message, cause } = error as Error & { code?: unknown };
  const isNamed = typeof code === 'string' && [POSTGRES, SOCKET, MYSQL].some((names) => names.test(code));
  return isNamed || WORDS.test(message) || isUnreachable(cause);
}
