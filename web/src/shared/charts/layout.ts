export interface Bar {
  /** Under the bar. */
  label: string;
  /** One number for each series, from below. */
  values: readonly number[];
  /** Hatched behind the bar: there is a reason why nothing is here. */
  shaded?: boolean;
}

/** Where things of a chart are, in pixels. */
export interface Layout {
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** Width of a bar with its gap. */
  step: number;
  ticks: readonly number[];
  x: (index: number) => number;
  y: (value: number) => number;
}

const LEFT = 52;
const TOP = 6;
const BELOW = 20;

export function layout(bars: readonly Bar[], width: number, height: number): Layout {
  const ticks = ticksFor(Math.max(0, ...bars.map((bar) => bar.values.reduce((sum, value) => sum + value, 0))));
  const [left, right, top, bottom] = [LEFT, Math.max(LEFT + 1, width - 1), TOP, height - BELOW];
  const step = (right - left) / Math.max(1, bars.length);
  const highest = ticks.at(-1) ?? 1;
  return {
    top, bottom, left, right, step, ticks,
    x: (index) => left + index * step,
    y: (value) => bottom - (value / highest) * (bottom - top),
  };
}

/** Three to five round numbers from 0 to at least the highest: steps of 1, 2 or 5 times a power of ten. */
export function ticksFor(highest: number): number[] {
  const rough = Math.max(1, highest) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough);
  const count = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Which bar is at that place. */
export function barAt(plan: Layout, x: number): number {
  const last = Math.round((plan.right - plan.left) / plan.step) - 1;
  return Math.min(last, Math.max(0, Math.floor((x - plan.left) / plan.step)));
}
