interface Question {
  ask: () => Promise<boolean>;
  answer: (agreed: boolean) => void;
  isAsked: () => boolean;
  subscribe: (listener: () => void) => () => void;
}

/** A question that lies over the page: asked once, however many requests wait for its answer. */
export function newQuestion(): Question {
  let settle: ((agreed: boolean) => void) | undefined;
  let asked: Promise<boolean> | undefined;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  return {
    ask() {
      asked ??= new Promise<boolean>((resolve) => {
        settle = resolve;
        tell();
      });
      return asked;
    },
    answer(agreed) {
      const waiting = settle;
      settle = undefined;
      asked = undefined;
      tell();
      waiting?.(agreed);
    },
    isAsked: () => settle !== undefined,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
