import { MoreHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Menu } from "./menu";

/** What can be done with one line of a list. */
export function LineMenu({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={`More about ${name}`}>
          <MoreHorizontal size={16} aria-hidden />
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
