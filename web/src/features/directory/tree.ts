import type { Department } from './requests/departments';
import { TOP } from './requests/departments';

/** A line of the tree as it is drawn. */
export interface Line {
  department: Department;
  /** From 1. */
  level: number;
  /** Its place among those beside it, from 1, and how many those are. */
  place: number;
  beside: number;
  expanded: boolean;
}

/** The lines of a tree of which some levels are known and some departments are expanded. */
export function linesOf(levels: ReadonlyMap<string, readonly Department[]>, expanded: ReadonlySet<string>, parent = TOP, level = 1): Line[] {
  const here = levels.get(parent) ?? [];
  return here.flatMap((department, index) => {
    const open = department.departments > 0 && expanded.has(department.id);
    const line = { department, level, place: index + 1, beside: here.length, expanded: open };
    return open ? [line, ...linesOf(levels, expanded, department.id, level + 1)] : [line];
  });
}

/** Where a key leads from a line: to another line, or to the same one expanded or closed. */
export type Step = { to: string } | { expand: string } | { close: string };

export function stepFor(key: string, lines: readonly Line[], at: number): Step | undefined {
  const line = lines[at];
  const to = (index: number): Step | undefined => {
    const there = lines[index];
    return there === undefined ? undefined : { to: there.department.id };
  };
  if (line === undefined) {
    return to(0);
  }
  const { department: { id, departments }, level, expanded } = line;
  switch (key) {
    case 'ArrowDown': return to(at + 1);
    case 'ArrowUp': return to(at - 1);
    case 'Home': return to(0);
    case 'End': return to(lines.length - 1);
    case 'ArrowRight': return departments === 0 ? undefined : expanded ? to(at + 1) : { expand: id };
    case 'ArrowLeft': return expanded ? { close: id } : to(lines.findLastIndex((one, index) => index < at && one.level < level));
    default: return undefined;
  }
}
