// The package declares its classes but not the function that hands the compiled module to them.
import "@prisma/schema-engine-wasm/schema_engine_bg";

declare module "@prisma/schema-engine-wasm/schema_engine_bg" {
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
}
