import { z } from "zod";

const optionBase = { name: z.string(), label: z.string(), description: z.string() };

const adapterOptionSchema = z.discriminatedUnion("type", [
  z.object({ ...optionBase, type: z.literal("integer"), default: z.int(), minimum: z.int(), maximum: z.int() }),
  z.object({ ...optionBase, type: z.literal("boolean"), default: z.boolean() }),
  z.object({ ...optionBase, type: z.literal("choice"), default: z.string(), choices: z.array(z.string()) }),
]);

export const adapterDescriptionSchema = z.object({
  id: z.string().describe("`format` or `format@dialect`; used in addresses."),
  title: z.string(),
  label: z.string(),
  glyph: z.string(),
  colour: z.string(),
  paper: z.object({ title: z.string(), url: z.string() }),
  dialect: z.string(),
  version: z.string(),
  asReleased: z.boolean(),
  description: z.string(),
  placement: z.enum(["inline", "block"]),
  options: z.array(adapterOptionSchema),
});

export const adapterListSchema = z.object({ adapters: z.array(adapterDescriptionSchema) });

export const renderingSchema = z.object({
  text: z.string(),
  tokens: z.int(),
  spans: z.array(
    z.object({
      start: z.int().describe("Offset into the text, in UTF-16 units."),
      end: z.int(),
      step: z.int().nullable().describe("The step that this part shows; null where it is the bare source."),
      line: z.int(),
    }),
  ),
  notes: z
    .array(
      z.object({ kind: z.enum(["elided", "truncated", "not-representable", "assumption"]), message: z.string(), count: z.int() }),
    )
    .describe("What the text does not show."),
});
