import type { FileFormat, Item, Reader } from "@/lib/formats/format";
import type { SourceFile } from "@/lib/formats/input/byte-source";
import { JsonSplitter } from "@/lib/formats/input/json-splitter";
import type { InputLimits } from "@/lib/formats/input/limits";
import { parseJson } from "@/lib/formats/input/parse-json";
import type { Head } from "@/lib/formats/input/read-head";
import { type Element, splitLines } from "@/lib/formats/input/split-lines";
import { storableText } from "@/lib/formats/input/storable-text";
import { UnreadableInput } from "@/lib/formats/input/unreadable-input";
import { notice, rejected } from "@/lib/formats/items";

type Input = { readonly file: SourceFile; readonly head: Head; readonly limits: InputLimits };

/** Runs one format over one file, a batch of items per chunk of input. Throws `UnreadableInput` where the file breaks off. */
export async function* readValues(format: FileFormat, input: Input): AsyncGenerator<readonly Item[]> {
  const reader = format.open({ path: input.file.path, head: input.head });
  try {
    for await (const elements of elementsOf(format, input)) {
      const items: Item[] = [];
      for (const element of elements) for (const item of readElement(reader, element)) items.push(item);
      yield items;
    }
  } catch (error) {
    // What a reader still holds back was in the file before it broke off.
    if (error instanceof UnreadableInput) yield reader.end();
    throw error;
  }
  yield reader.end();
}

function readElement(reader: Reader, element: Element): readonly Item[] {
  const parsed = parseJson(element.bytes);
  if (!parsed.ok) return [rejected(element.line, parsed.reason)];
  const { line, path } = element;
  try {
    const { value, replaced } = storableText(parsed.value, parsed.text);
    const items = reader.value({ path, line, value, text: parsed.text });
    if (replaced === 0) return items;
    const message = `${replaced} texts of the row hold a zero character or half a character; where they are kept, U+FFFD stands for it`;
    return [...items, notice("information", "replaced-characters", { message, line })];
  } catch (error) {
    // What walks a value recurses; nesting deeper than the stack is a property of the row, not a fault of ours.
    if (error instanceof RangeError && /call stack/i.test(error.message)) return [rejected(line, "it is nested too deeply")];
    throw error;
  }
}

async function* elementsOf(format: FileFormat, { file, head, limits }: Input): AsyncGenerator<Element[]> {
  if (format.descend === undefined && head.layout !== "values") {
    yield* splitLines(file.open(), limits.rowBytes);
    return;
  }
  const { descend } = format;
  const splitter = new JsonSplitter(descend ?? ((path) => path.length === 0 && Array.isArray(head.document)), limits.rowBytes);
  for await (const chunk of file.open()) yield splitter.push(chunk).map(descend === undefined ? asRow : unchanged);
  yield splitter.end().map(descend === undefined ? asRow : unchanged);
}

function asRow(element: Element): Element {
  return { ...element, path: [] };
}

function unchanged(element: Element): Element {
  return element;
}
