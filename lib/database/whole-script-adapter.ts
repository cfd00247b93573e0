import { PrismaPg } from "@prisma/adapter-pg";

/**
 * The adapter splits a migration at every semicolon, also inside a function's body. This one sends the script whole, which
 * PostgreSQL runs as one transaction.
 */
export class WholeScriptAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}
