import type { Bar, Layout } from './layout';

/** Lines at round numbers, and as many labels below as fit. */
export function Axis({ plan, bars, format }: { plan: Layout; bars: readonly Bar[]; format: (value: number) => string }) {
  const every = Math.max(1, Math.ceil(84 / plan.step));
  return (
    <g aria-hidden>
      {plan.ticks.map((tick) => (
        <g key={tick}>
          <line className="chart-line" x1={plan.left} x2={plan.right} y1={plan.y(tick) + 0.5} y2={plan.y(tick) + 0.5} />
          <text className="chart-text" x={plan.left - 6} y={plan.y(tick) + 4} textAnchor="end">{format(tick)}</text>
        </g>
      ))}
      {bars.map((bar, index) => index % every === 0 && plan.x(index) + 70 < plan.right && (
        <text key={bar.label} className="chart-text" x={plan.x(index)} y={plan.bottom + 14}>{bar.label}</text>
      ))}
    </g>
  );
}
