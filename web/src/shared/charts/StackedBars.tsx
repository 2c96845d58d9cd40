import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { Axis } from './Axis';
import { type Bar, barAt, layout, type Layout } from './layout';
import { useWidth } from './useWidth';
import './charts.css';

interface Props {
  /** What the chart shows, in a sentence, for those who cannot see it. */
  label: string;
  bars: readonly Bar[];
  height?: number;
  /** How a number is written at the axis. */
  format: (value: number) => string;
  /** All of a bar in words. */
  describe: (bar: Bar) => string;
  /** After bars were chosen by dragging over them. */
  onSelect?: (first: number, last: number) => void;
  onReset?: () => void;
}

/** Stacked bars; the pointer or the arrow keys read each of them out below the chart. */
export function StackedBars({ label, bars, height = 170, format, describe, onSelect, onReset }: Props) {
  const [box, width] = useWidth();
  const [active, setActive] = useState<number>();
  const [dragged, setDragged] = useState<number>();
  const pattern = useId();
  const svg = useRef<SVGSVGElement>(null);
  const plan = layout(bars, width, height);
  const current = active === undefined ? undefined : bars[active];

  const under = (event: PointerEvent) => barAt(plan, event.clientX - (svg.current?.getBoundingClientRect().left ?? 0));
  const release = (event: PointerEvent) => {
    const end = under(event);
    if (dragged !== undefined && end !== dragged) {
      onSelect?.(Math.min(dragged, end), Math.max(dragged, end));
    }
    setDragged(undefined);
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -bars.length, End: bars.length }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setActive(Math.min(bars.length - 1, Math.max(0, (active ?? (by > 0 ? -1 : bars.length)) + by)));
    }
  };

  return (
    <div ref={box} className="chart">
      <svg
        ref={svg}
        width={width}
        height={height}
        role="img"
        aria-label={label}
        tabIndex={0}
        onPointerMove={(event) => setActive(under(event))}
        onPointerLeave={() => { setActive(undefined); setDragged(undefined); }}
        onPointerDown={(event) => setDragged(onSelect === undefined ? undefined : under(event))}
        onPointerUp={release}
        onDoubleClick={onReset}
        onKeyDown={step}
        onBlur={() => setActive(undefined)}
      >
        <defs>
          <pattern id={`${pattern}off`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect className="chart-off" width="2" height="6" /></pattern>
          <pattern id={`${pattern}1`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect className="series-1-ground" width="4" height="4" /><rect className="series-1" width="2" height="4" /></pattern>
        </defs>
        <Axis plan={plan} bars={bars} format={format} />
        {bars.map((bar, index) => <Stack key={bar.label} plan={plan} bar={bar} index={index} pattern={pattern} active={index === active} />)}
        {dragged !== undefined && active !== undefined && (
          <rect className="chart-drag" x={plan.x(Math.min(dragged, active))} y={plan.top} width={(Math.abs(active - dragged) + 1) * plan.step} height={plan.bottom - plan.top} />
        )}
      </svg>
      <p className="chart-read" aria-live="polite">{current === undefined ? ' ' : describe(current)}</p>
    </div>
  );
}

function Stack({ plan, bar, index, pattern, active }: { plan: Layout; bar: Bar; index: number; pattern: string; active: boolean }) {
  const x = plan.x(index);
  const gap = plan.step > 6 ? Math.min(4, plan.step * 0.2) : plan.step > 3 ? 1 : 0;
  let below = 0;
  return (
    <g>
      {bar.shaded === true && <rect fill={`url(#${pattern}off)`} x={x} y={plan.top} width={plan.step} height={plan.bottom - plan.top} />}
      {active && <rect className="chart-active" x={x} y={plan.top} width={plan.step} height={plan.bottom - plan.top} />}
      {bar.values.map((value, series) => {
        const [y0, y1] = [plan.y(below), plan.y(below += value)];
        const paint = series === 0 ? { className: 'series-0' } : { fill: `url(#${pattern}1)` };
        return value > 0 && <rect key={series} {...paint} x={x + gap / 2} width={Math.max(0.5, plan.step - gap)} y={y1} height={Math.max(0.5, y0 - y1)} />;
      })}
    </g>
  );
}
