import { type RefObject, useEffect, useState } from "react";

/** A number that grows whenever an element's size or the page's theme changes: a drawing is then out of date. */
export function useRedraw(element: RefObject<HTMLElement | null>): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const grow = () => setVersion((before) => before + 1);
    const sizes = new ResizeObserver(grow);
    if (element.current !== null) sizes.observe(element.current);
    const theme = new MutationObserver(grow);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    return () => {
      sizes.disconnect();
      theme.disconnect();
    };
  }, [element]);
  return version;
}
