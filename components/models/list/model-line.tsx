"use client";
import { useMutation } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import type { ModelList } from "@/lib/models/api-schema";
import { testModelMutation } from "@/lib/models/queries";
import type { Model } from "@/lib/models/schema";
import { TestOutcome } from "../test-outcome";
import { KeyMark } from "./key-mark";
import { ModelMenu } from "./model-menu";

type Props = { model: Model; list: ModelList; columns: number; onEdit: () => void };

/** One model of the list, with what came of trying it below. */
export function ModelLine({ model, list, columns, onEdit }: Props) {
  const test = useMutation(testModelMutation());
  const provider = list.providers.find(({ id }) => id === model.provider)?.title ?? model.provider;
  return (
    <>
      <tr className="border-t border-line align-top">
        <th scope="row" className="max-w-72 py-1.5 pl-4 font-normal">
          <span className="block font-medium break-words">{model.title}</span>
          <code className="block truncate text-soft">{model.id}</code>
          {model.fineTuned === null ? null : (
            <span className="block text-xs break-words text-soft">
              fine-tuned from {model.fineTuned.from} with {model.fineTuned.with}
            </span>
          )}
          {model.notes === "" ? null : <span className="block text-xs break-words text-soft">{model.notes}</span>}
        </th>
        <td className="max-w-80 px-2 py-1.5">
          <span className="block">{provider}</span>
          <Where model={model} />
        </td>
        <td className="px-2 py-1.5">
          <KeyMark model={model} keys={list.keys} />
        </td>
        <Amount value={model.price?.inputPerMillionUsd ?? null} fraction={2} />
        <Amount value={model.price?.outputPerMillionUsd ?? null} fraction={2} />
        <Amount value={model.contextTokens} fraction={0} />
        <td className="py-1 pr-2 text-right whitespace-nowrap">
          <Button size="small" disabled={test.isPending} aria-label={`Test ${model.title}`} onClick={() => test.mutate(model)}>
            {test.isPending ? "Asking …" : "Test"}
          </Button>{" "}
          <ModelMenu model={model} onEdit={onEdit} />
        </td>
      </tr>
      {test.data === undefined && test.error === null ? null : (
        <tr>
          <td colSpan={columns} className="px-4 pb-2">
            <div role="status" aria-label={`Test of ${model.title}`} className="max-w-180">
              {test.data === undefined ? null : <TestOutcome outcome={test.data} />}
              {test.error === null ? null : <p className="text-bad">{test.error.message}</p>}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function Where({ model }: { model: Model }) {
  if (!("modelName" in model)) return null;
  return (
    <span className="block break-all text-soft">
      <code>{model.modelName}</code>
      {model.baseUrl === null ? "" : ` at ${model.baseUrl}`}
    </span>
  );
}

function Amount({ value, fraction }: { value: number | null; fraction: number }) {
  const digits = { minimumFractionDigits: fraction, maximumFractionDigits: fraction };
  return (
    <td className="px-2 py-1.5 text-right">
      {value === null ? <span className="text-faint">–</span> : value.toLocaleString("en", digits)}
    </td>
  );
}
