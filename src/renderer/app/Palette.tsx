import { Spotlight, type SpotlightActionData, spotlight } from "@mantine/spotlight";
import { useState } from "react";
import { Kbd } from "#renderer/ui/Kbd.tsx";
import { frameWords } from "#renderer/words/frame.ts";
import { useWords } from "#renderer/words/use-words.ts";
import { type Command, currentCommands } from "./commands.ts";
import { withoutAccents } from "./without-accents.ts";

/** Opens the palette, as Ctrl+K does. */
export function openPalette(): void {
  spotlight.open();
}

/** Every screen and every action that can be reached now, found by a few letters. */
export function Palette() {
  const w = useWords(frameWords);
  const [commands, setCommands] = useState<readonly Command[]>([]);
  return (
    <Spotlight
      shortcut={null}
      actions={commands.map(actionOf)}
      nothingFound={w.nothingFound}
      limit={12}
      scrollable
      maxHeight={420}
      filter={(query, actions) => {
        const wanted = withoutAccents(query);
        return (actions as SpotlightActionData[]).filter((action) =>
          withoutAccents(`${action.label ?? ""} ${action.description ?? ""}`).includes(wanted),
        );
      }}
      searchProps={{ placeholder: w.searchPlaceholder, "aria-label": w.search }}
      title={<span className="unseen">{w.search}</span>}
      centered={false}
      yOffset="12vh"
      overlayProps={{ color: "var(--scrim)", backgroundOpacity: 1, blur: 0 }}
      onSpotlightOpen={() => setCommands(currentCommands())}
    />
  );
}

function actionOf(command: Command): SpotlightActionData {
  return {
    id: command.id,
    label: command.label,
    description: command.disabledBecause ?? command.group ?? "",
    disabled: command.disabledBecause !== undefined,
    rightSection: command.keys === undefined ? undefined : <Kbd keys={command.keys} />,
    onClick: () => {
      if (command.disabledBecause === undefined) command.run();
    },
  };
}
