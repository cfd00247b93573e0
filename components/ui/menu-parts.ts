import { type ComponentType, createContext, type ReactNode } from "react";

export type MenuItemProps = {
  onSelect: () => void;
  disabled?: boolean;
  icon?: ReactNode;
  keys?: string;
  detail?: ReactNode;
  className?: string;
  "aria-current"?: boolean;
  children: ReactNode;
};

export type MenuDownloadProps = { href: string; children: ReactNode };

export type MenuParts = {
  readonly Item: ComponentType<MenuItemProps>;
  readonly Download: ComponentType<MenuDownloadProps>;
  readonly Label: ComponentType<{ children: ReactNode }>;
  readonly Line: ComponentType;
};

/** What an open menu draws its contents with: it arrives with the menu's code. */
export const MenuPartsContext = createContext<MenuParts | null>(null);
