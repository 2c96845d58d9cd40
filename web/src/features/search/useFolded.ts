import { useState } from 'react';

const KEY = 'muniment.conditions';
/** A window lower than this has no room for form and result at once. */
const LOW_PX = 760;

/** Whether the form is folded away: as the reader left it last, else where a result needs the room. */
export function useFolded(searched: boolean): [boolean, (folded: boolean) => void] {
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY));
  const keep = (folded: boolean) => {
    const choice = folded ? 'folded' : 'open';
    localStorage.setItem(KEY, choice);
    setChosen(choice);
  };
  return [chosen === null ? searched && window.innerHeight < LOW_PX : chosen === 'folded', keep];
}
