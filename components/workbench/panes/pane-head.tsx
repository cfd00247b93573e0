"use client";
import { ArrowLeft, ArrowRight, ChevronDown, Copy, Diff, Download, Ellipsis, X } from "lucide-react";
import { type Dispatch, memo } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { downloadText } from "@/components/ui/download-text";
import { Hint } from "@/components/ui/hint";
import { Menu, MenuItem, MenuLine } from "@/components/ui/menu";
import { useCopy } from "@/components/ui/use-copy";
import type { Adapter } from "@/lib/adapters/adapter";
import type { RenderedTrace } from "../engine/trace-engine";
import type { PaneState, WorkbenchAction } from "../workbench-state";
import { AdapterMark } from "./adapter-mark";
import { AdapterMenu } from "./adapter-menu";
import { PaneOptions } from "./pane-options";
import { startPaneDrag } from "./use-pane-drop";

type Props = {
  adapter: Adapter;
  pane: PaneState;
  position: number;
  count: number;
  trace: RenderedTrace | null;
  dispatch: Dispatch<WorkbenchAction>;
  onCompare: (key: number) => void;
};

/** Drawn anew only when the pane itself changes, not with every step: six of them hold most of the page's controls. */
export const PaneHead = memo(function PaneHead({ adapter, pane, position, count, trace, dispatch, onCompare }: Props) {
  const copy = useCopy();
  const change = (part: Partial<PaneState>) => dispatch({ type: "pane-changed", key: pane.key, change: part });
  const move = (to: number) => dispatch({ type: "pane-moved", key: pane.key, to });
  const icon = { size: 14, "aria-hidden": true } as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: panes move by the menu too, which keys reach
    <div
      draggable={count > 1}
      onDragStart={(event) => startPaneDrag(event, pane.key)}
      className={classNames(
        "flex h-9 shrink-0 items-center gap-1 border-b border-line pr-1 pl-2",
        count > 1 && "cursor-grab active:cursor-grabbing",
      )}
    >
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
        <MenuItem icon={<Diff {...icon} />} disabled={trace === null || count < 2} onSelect={() => onCompare(pane.key)}>
          Compare with another pane …
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<ArrowLeft {...icon} />} disabled={position === 0} onSelect={() => move(position - 1)}>
          Move left
        </MenuItem>
        <MenuItem icon={<ArrowRight {...icon} />} disabled={position === count - 1} onSelect={() => move(position + 1)}>
          Move right
        </MenuItem>
        <MenuItem
          icon={<X {...icon} />}
          disabled={count === 1}
          onSelect={() => dispatch({ type: "pane-removed", key: pane.key })}
        >
          Remove pane
        </MenuItem>
      </Menu>
    </div>
  );
});

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });

function PaneTokens({ trace }: { trace: RenderedTrace | null }) {
  if (trace === null) return null;
  const { tokens, sourceTokens } = trace;
  const ratio = sourceTokens === 0 ? null : tokens / sourceTokens;
  const exact = `${tokens.toLocaleString("en")} tokens; the program itself takes ${sourceTokens.toLocaleString("en")}.`;
  return (
    <Hint text={exact} className="flex shrink-0 gap-2 rounded px-1 whitespace-nowrap tabular-nums @max-[340px]:gap-1.5">
      <span className="text-soft">
        {tokens < 100_000 ? tokens.toLocaleString("en") : compact.format(tokens)}{" "}
        <span className="@max-[340px]:sr-only">tokens</span>
      </span>
      {ratio === null ? null : (
        <span className="text-faint @max-[250px]:sr-only">
          {ratio < 100 ? ratio.toFixed(1) : compact.format(ratio)}×<span className="@max-[340px]:sr-only"> code</span>
        </span>
      )}
    </Hint>
  );
}
