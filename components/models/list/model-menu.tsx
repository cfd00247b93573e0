"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { LineMenu } from "@/components/ui/line-menu";
import { MenuItem } from "@/components/ui/menu";
import { builtinModels } from "@/lib/models/builtin-models";
import type { Model } from "@/lib/models/schema";
import { DeleteModel } from "./delete-model";

/** What can be done with a model. Those that every installation has can be changed but not deleted. */
export function ModelMenu({ model: { id, title }, onEdit }: { model: Model; onEdit: () => void }) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const open = (address: string) => router.push(`${address}?model=${encodeURIComponent(id)}` as Route);
  const isBuiltin = builtinModels.some((model) => model.id === id);
  return (
    <>
      <LineMenu name={title}>
        <MenuItem onSelect={onEdit}>Change…</MenuItem>
        <MenuItem onSelect={() => open("/debug")}>Watch it repair a program</MenuItem>
        <MenuItem onSelect={() => open("/experiments/new")}>Start an experiment with it</MenuItem>
        {isBuiltin ? null : <MenuItem onSelect={() => setAsking(true)}>Delete…</MenuItem>}
      </LineMenu>
      {isAsking ? <DeleteModel id={id} title={title} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
