/** What a path of a result file tells about the run, as the tools that write them name their files. */
export type NameFactors = {
  readonly model: string | null;
  readonly temperature: number | null;
  readonly chainOfThought: boolean;
};

const SUFFIXES = /(?:\.(?:jsonl?|gz|zst|raw|eval|zip))+$/;

/**
 * Reads names such as `Qwen--Qwen2.5-Coder-7B-Instruct_vllm_temp_0.0_eval_results.json` (EvalPlus),
 * `codellama-34b+cot_temp0.8_input.json` and `sample_codellama-7b_temp0.2_input/generations.json` (CRUXEval).
 */
export function nameFactors(path: string): NameFactors {
  const parts = path.split("/").map((part) => part.replace(SUFFIXES, ""));
  const last = parts.at(-1) ?? "";
  const telling = parts.findLast((part) => /[_-]?temp_?\d/.test(part)) ?? "";
  const temperature = /[_-]temp_?(\d+(?:\.\d+)?)/.exec(telling)?.[1];
  const before = telling.replace(/[_-]temp_?\d.*$/, "").replace(/_(?:vllm|hf|openai|anthropic|google|ollama)(?:_chat)?$/, "");
  const stripped = before.replace(/^sample_(?:scored_)?/, "").replace("+cot", "");
  return {
    model: stripped === "" ? null : stripped.replace("--", "/"),
    temperature: temperature === undefined ? null : Number(temperature),
    chainOfThought: /\+cot|_cot_/.test(telling === "" ? last : telling),
  };
}
