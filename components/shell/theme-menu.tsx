"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useMemo } from "react";
import type { Command } from "@/components/commands/command";
import { useCommands } from "@/components/commands/command-provider";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useStored } from "@/components/ui/use-stored";
import { applyTheme, type Theme, themeKey, themeSchema } from "./theme";

const themes = [
  { id: "system", title: "As the system", Icon: Monitor },
  { id: "light", title: "Light", Icon: Sun },
  { id: "dark", title: "Dark", Icon: Moon },
] as const;

export function ThemeMenu() {
  const [theme, setTheme] = useStored<Theme>(themeKey, themeSchema, "system");
  useEffect(() => {
    applyTheme(theme);
    const list = window.matchMedia("(prefers-color-scheme: dark)");
    const follow = () => applyTheme(theme);
    list.addEventListener("change", follow);
    return () => list.removeEventListener("change", follow);
  }, [theme]);
  useCommands(
    useMemo<readonly Command[]>(
      () =>
        themes.map(({ id, title }) => ({
          id: `theme-${id}`,
          title: `Theme: ${title.toLowerCase()}`,
          group: "Look",
          run: () => setTheme(id),
        })),
      [setTheme],
    ),
  );
  const Current = themes.find(({ id }) => id === theme)?.Icon ?? Monitor;
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label="Theme">
          <Current size={16} aria-hidden />
        </Button>
      }
    >
      {themes.map(({ id, title, Icon }) => (
        <MenuItem key={id} icon={<Icon size={14} aria-hidden />} onSelect={() => setTheme(id)} aria-current={id === theme}>
          {title}
        </MenuItem>
      ))}
    </Menu>
  );
}
