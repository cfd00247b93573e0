"use client";
import { ArrowLeft, ArrowRight, ChevronDown, Copy, Diff, Download, Ellipsis, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { downloadText } from "@/components/ui/download-text";
import { Hint } from "@/components/ui/hint";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu";
import { useCopy } from "@/components/ui/use-copy";
import type { Adapter } from "@/lib/adapters/adapter";
import type { RenderedTrace } from "../engine/trace-engine";
import { useWorkbench } from "../workbench-context";
import type { PaneState } from "../workbench-state";
import { AdapterMark } from "./adapter-mark";
import { AdapterMenu } from "./adapter-menu";
import { PaneOptions } from "./pane-options";

type Props = { adapter: Adapter; pane: PaneState; position: number; trace: RenderedTrace | null; onCompare: () => void };

export function PaneHead({ adapter, pane, position, trace, onCompare }: Props) {
  const { state, dispatch } = useWorkbench();
  const copy = useCopy();
  const change = (part: Partial<PaneState>) => dispatch({ type: "pane-changed", key: pane.key, change: part });
  const move = (to: number) => dispatch({ type: "pane-moved", key: pane.key, to });
  const icon = { size: 14, "aria-hidden": true } as const;
  return (
    <div className="flex h-9 shrink-0 items-center gap-1 border-b border-line pr-1 pl-2">
      <AdapterMenu
        current={adapter.id}
        onChoose={(id) => change({ adapter: id, options: {} })}
        trigger={
          <Button look="quiet" size="small" className="min-w-0 shrink! gap-2 font-semibold text-ink">
            <AdapterMark adapter={adapter} />
            <span className="sr-only">Format: </span>
            <span className="truncate @max-[420px]:hidden">{adapter.title}</span>
            <span className="truncate @min-[420px]:hidden">{adapter.label}</span>
            <ChevronDown size={12} aria-hidden className="shrink-0 text-faint @max-[330px]:hidden" />
          </Button>
        }
      />
      <span className="grow" />
      <PaneTokens trace={trace} />
      <PaneOptions key={adapter.id} adapter={adapter} pane={pane} onChange={change} />
      <Menu
        trigger={
          <Button look="quiet" size="icon" aria-label={`More about ${adapter.title}`}>
            <Ellipsis {...icon} />
          </Button>
        }
      >
        <MenuItem icon={<Copy {...icon} />} disabled={trace === null} onSelect={() => copy(trace?.text ?? "", "Trace")}>
          Copy trace
        </MenuItem>
        <MenuItem
          icon={<Download {...icon} />}
          disabled={trace === null}
          onSelect={() => downloadText(`trace-${adapter.id.replace("@", "-")}.txt`, trace?.text ?? "")}
        >
          Download
        </MenuItem>
        <MenuItem icon={<Diff {...icon} />} disabled={trace === null || state.panes.length < 2} onSelect={onCompare}>
          Compare with another pane …
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<ArrowLeft {...icon} />} disabled={position === 0} onSelect={() => move(position - 1)}>
          Move left
        </MenuItem>
        <MenuItem
          icon={<ArrowRight {...icon} />}
          disabled={position === state.panes.length - 1}
          onSelect={() => move(position + 1)}
        >
          Move right
        </MenuItem>
        <MenuItem
          icon={<X {...icon} />}
          disabled={state.panes.length === 1}
          onSelect={() => dispatch({ type: "pane-removed", key: pane.key })}
        >
          Remove pane
        </MenuItem>
      </Menu>
    </div>
  );
}

function PaneTokens({ trace }: { trace: RenderedTrace | null }) {
  if (trace === null) return null;
  const share = trace.sourceTokens === 0 ? null : (trace.tokens / trace.sourceTokens).toFixed(1);
  return (
    <Hint text={`The program itself takes ${trace.sourceTokens.toLocaleString("en")} tokens.`}>
      <button
        type="button"
        className="flex shrink-0 cursor-default gap-2 rounded px-1 whitespace-nowrap tabular-nums @max-[340px]:gap-1.5"
      >
        <span className="text-soft">
          {trace.tokens.toLocaleString("en")} <span className="@max-[340px]:sr-only">tokens</span>
        </span>
        {share === null ? null : (
          <span className="text-faint @max-[250px]:sr-only">
            {share}×<span className="@max-[340px]:sr-only"> code</span>
          </span>
        )}
      </button>
    </Hint>
  );
}
