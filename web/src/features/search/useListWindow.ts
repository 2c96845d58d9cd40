import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type ListWindow, resized, revealed, scrolled, settled } from './listWindow';

/** The hand rests when nothing has moved this long. */
const REST_MS = 140;

export interface WindowInHand {
  list: ListWindow;
  onScroll: () => void;
  reveal: (row: number) => void;
}

/** Keeps a {@link ListWindow} and the scroll bar of its element in step; {@code top} is where it starts. */
export function useListWindow(scroller: RefObject<HTMLElement | null>, rows: number, rowHeight: number, headHeight: number, top: number): WindowInHand {
  const [list, setList] = useState<ListWindow>({ rows, rowHeight, height: 0, top, scrollTop: 0 });
  const [width, setWidth] = useState(0);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return undefined;
    }
    const measure = () => {
      const height = Math.max(0, element.clientHeight - headHeight);
      setWidth(element.clientWidth);
      setList((before) => (height === 0 ? before : keepTop(before, { rows, rowHeight, height })));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, rows, rowHeight, headHeight]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && Math.abs(element.scrollTop - list.scrollTop) >= 1) {
      element.scrollTop = list.scrollTop;
    }
  }, [scroller, list.scrollTop, list.height, width]);

  useEffect(() => () => clearTimeout(rest.current), []);

  const onScroll = useCallback(() => {
    const at = scroller.current?.scrollTop ?? 0;
    setList((before) => (Math.abs(before.scrollTop - at) < 1 ? before : scrolled(before, at)));
    clearTimeout(rest.current);
    rest.current = setTimeout(() => setList(settled), REST_MS);
  }, [scroller]);
  const reveal = useCallback((row: number) => setList((before) => (before.height === 0 ? before : revealed(before, row))), []);
  return { list, onScroll, reveal };
}

/** The first measure keeps the pixel at which the reader left; later ones keep the row. */
function keepTop(before: ListWindow, size: Pick<ListWindow, 'rows' | 'rowHeight' | 'height'>): ListWindow {
  return resized(before.height === 0 ? { ...before, rowHeight: size.rowHeight } : before, size);
}
