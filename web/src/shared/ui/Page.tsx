import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

interface Props {
  title: string;
  /** Right of the title. */
  actions?: ReactNode;
  /** Whether the title is only for those who cannot see the page. */
  hideTitle?: boolean;
  /** Fills the window and scrolls inside, instead of growing. */
  full?: boolean;
  children: ReactNode;
}

/** A page: its one h1, which gets the focus after a navigation so that a screen reader says where one is. */
export function Page({ title, actions, hideTitle = false, full = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  const first = useRef(key);
  useEffect(() => {
    if (first.current !== 'default') {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className={full ? 'page page-full' : 'page'}>
      <title>{`${title} · Muniment`}</title>
      <header className={hideTitle ? 'page-head visually-hidden' : 'page-head'}>
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {actions}
      </header>
      {children}
    </div>
  );
}
