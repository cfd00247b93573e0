/** Codes of Node, Prisma and PostgreSQL that say that the database could not be reached or went away. */
const codes = /^(?:E(?:PIPE|NOENT|CONN\w+|TIMEDOUT|HOSTUNREACH)|P10(?:01|02|08|17)|P20(?:24|28)|08\w{3}|57P\w{2})$/;

/** Whether an error is about the connection to the database and says nothing about what was asked. */
export function isConnectionTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, "code");
  if (typeof code === "string" && codes.test(code)) return true;
  return (
    /Connection terminated|Client has encountered a connection error/.test(error.message) || isConnectionTrouble(error.cause)
  );
}
