import { useMantineColorScheme } from "@mantine/core";
import { useMemo } from "react";
import { frameWords } from "#renderer/words/frame.ts";
import { setLanguage, useLanguage } from "#renderer/words/language.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { type Command, useCommands } from "./commands.ts";
import { openPalette } from "./Palette.tsx";
import { go } from "./router.ts";
import { sections } from "./sections.ts";

/** The commands of the frame: every section by Ctrl+1…9, palette, shortcuts, appearance. */
export function useFrameCommands({ showShortcuts }: { showShortcuts: () => void }): void {
  const w = useWords(frameWords);
  const language = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const commands = useMemo((): Command[] => {
    const places = sections.map(({ id, path }, at) => ({
      id: `go-${id}`,
      label: w[id],
      group: w.goTo,
      keys: `mod+Digit${at + 1}`,
      run: () => go(path),
    }));
    const other = language === "fr" ? "en" : "fr";
    return [
      ...places,
      { id: "palette", label: w.search, group: w.show, keys: "mod+k", run: openPalette },
      { id: "shortcuts", label: w.shortcuts, group: w.show, keys: "F1", run: showShortcuts },
      {
        id: "language",
        label: other === "en" ? "English" : "Français",
        group: w.language,
        run: () => setLanguage(other),
      },
      ...(["auto", "light", "dark"] as const).map((scheme) => ({
        id: `scheme-${scheme}`,
        label: { auto: w.schemeAuto, light: w.schemeLight, dark: w.schemeDark }[scheme],
        group: w.appearance,
        run: () => setColorScheme(scheme),
      })),
    ];
  }, [w, language, setColorScheme, showShortcuts]);
  useCommands(commands);
}
