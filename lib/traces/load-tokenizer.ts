/** The tokenizers that come with the product; both count the models that most readers use. */
export const encodings = ["o200k_base", "cl100k_base"] as const;
export type Encoding = (typeof encodings)[number];

export type Tokenizer = {
  /** Number of tokens of a text; text that looks like a special token counts as plain text. */
  readonly count: (text: string) => number;
  /** The number of tokens when it is at most `limit`, otherwise null; stops reading early. */
  readonly countUpTo: (text: string, limit: number) => number | null;
  /** The text of the first `limit` tokens; a character that the cut splits comes out as U+FFFD. */
  readonly head: (text: string, limit: number) => string;
};

// Without this the library refuses texts that contain <|endoftext|> and the like.
const PLAIN = { disallowedSpecial: new Set<string>() };

const loaders = {
  o200k_base: () => import("gpt-tokenizer/encoding/o200k_base"),
  cl100k_base: () => import("gpt-tokenizer/encoding/cl100k_base"),
} as const;

const loaded = new Map<Encoding, Promise<Tokenizer>>();

/** The tokenizer of an encoding; its tables (about 1 MB) are loaded on first use and kept. */
export function loadTokenizer(encoding: Encoding): Promise<Tokenizer> {
  const known = loaded.get(encoding);
  if (known !== undefined) return known;
  const tokenizer = load(encoding);
  loaded.set(encoding, tokenizer);
  return tokenizer;
}

async function load(encoding: Encoding): Promise<Tokenizer> {
  const library = await loaders[encoding]();
  return {
    count: (text) => library.countTokens(text, PLAIN),
    countUpTo: (text, limit) => {
      const count = library.isWithinTokenLimit(text, limit, PLAIN);
      return count === false ? null : count;
    },
    head: (text, limit) => library.decode(library.encode(text, PLAIN).slice(0, limit)),
  };
}
