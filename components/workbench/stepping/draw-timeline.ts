import { CHANGED, eventAt, OUTPUT, type Timeline } from "@/lib/stepping/timeline";

/** Half of the slider's thumb: its centre travels between these margins. */
const MARGIN = 6;
/** Fewer pixels than this for a step, and single steps can no longer be told apart. */
const APART = 6;

type Ink = {
  readonly context: CanvasRenderingContext2D;
  readonly colour: (name: string) => string;
  readonly x: (index: number) => number;
  readonly middle: number;
};

/** Draws when calls, returns, exceptions and output happen; single steps where there is room, else the depth of calls. */
export function drawTimeline(canvas: HTMLCanvasElement, timeline: Timeline | null): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = window.devicePixelRatio;
  canvas.width = width * scale;
  canvas.height = height * scale;
  context.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const last = Math.max(1, (timeline?.count ?? 1) - 1);
  const ink: Ink = {
    context,
    colour: (name) => style.getPropertyValue(`--${name}`).trim(),
    x: (index) => MARGIN + (index / last) * (width - 2 * MARGIN),
    middle: height / 2,
  };
  context.strokeStyle = ink.colour("line-strong");
  context.beginPath();
  context.moveTo(MARGIN, ink.middle);
  context.lineTo(width - MARGIN, ink.middle);
  context.stroke();
  if (timeline === null || timeline.count === 0) return;
  const isRoomy = width / timeline.count >= APART;
  if (isRoomy) drawSteps(ink, timeline);
  else drawDepths(ink, timeline, width);
  drawMarkers(ink, timeline, isRoomy);
}

function drawSteps({ context, colour, x, middle }: Ink, timeline: Timeline): void {
  for (let index = 0; index < timeline.count; index++) {
    const changed = ((timeline.flags[index] ?? 0) & CHANGED) !== 0;
    context.fillStyle = colour(changed ? "soft" : "line-strong");
    context.beginPath();
    context.arc(x(index), middle, changed ? 3 : 2.5, 0, 2 * Math.PI);
    context.fill();
  }
}

function drawDepths({ context, colour, middle }: Ink, timeline: Timeline, width: number): void {
  let deepest = 1;
  for (const depth of timeline.depths) deepest = Math.max(deepest, depth);
  context.fillStyle = colour("line-strong");
  const columns = Math.floor(width - 2 * MARGIN);
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column / columns) * timeline.count);
    const to = Math.max(from + 1, Math.floor(((column + 1) / columns) * timeline.count));
    let depth = 0;
    for (let index = from; index < to; index++) depth = Math.max(depth, timeline.depths[index] ?? 0);
    const height = 2 + (depth / deepest) * 11;
    context.fillRect(MARGIN + column, middle - height, 1, height);
  }
}

const signs = {
  call: { text: "▸", above: true, colour: "soft" },
  return: { text: "◂", above: true, colour: "soft" },
  exception: { text: "✕", above: true, colour: "bad" },
  output: { text: "•", above: false, colour: "accent" },
} as const;

function drawMarkers({ context, colour, x, middle }: Ink, timeline: Timeline, isRoomy: boolean): void {
  context.font = "10px sans-serif";
  context.textAlign = "center";
  const lastAt: Record<string, number> = {};
  const draw = (name: keyof typeof signs, index: number) => {
    const at = x(index);
    // Where signs of a kind would touch, one stands for all.
    if (at - (lastAt[name] ?? Number.NEGATIVE_INFINITY) < 8) return;
    lastAt[name] = at;
    context.fillStyle = colour(signs[name].colour);
    context.fillText(signs[name].text, at, signs[name].above ? middle - 7 : middle + 14);
  };
  for (let index = 0; index < timeline.count; index++) {
    const event = eventAt(timeline, index);
    if (event === "exception") draw("exception", index);
    else if (isRoomy && (event === "call" || event === "return")) draw(event, index);
    if (((timeline.flags[index] ?? 0) & OUTPUT) !== 0) draw("output", index);
  }
}
