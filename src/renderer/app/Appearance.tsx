import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { theme, themeVariables } from "#renderer/theme/theme.ts";
import "@fontsource-variable/inter/wght.css";
import "#renderer/theme/mantine.css";
import "#renderer/theme/tokens.css";
import "#renderer/theme/base.css";
import "#renderer/theme/fields.css";
import "#renderer/theme/palette.css";

/** Our looks around everything: light or dark as the system says, unless a person chose. */
export function Appearance({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={themeVariables}
      defaultColorScheme="auto"
      classNamesPrefix="m"
    >
      {children}
      <Notifications position="bottom-center" autoClose={6000} />
    </MantineProvider>
  );
}
