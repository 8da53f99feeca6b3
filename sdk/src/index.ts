export * from "./client/index.ts";
export * from "./errors/index.ts";
export * from "./keeper/index.ts";
export * from "./pricing/book.ts";
export * from "./pricing/index.ts";
export * from "./strategy/index.ts";
export * from "./surface/index.ts";
export * from "./units/index.ts";
