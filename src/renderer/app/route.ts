import type { ComponentType } from "react";
import type { Pattern } from "./route-match.ts";
import type { SectionId } from "./sections.ts";

/** What a screen receives: the parameters of its address. */
export interface ScreenProps {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
}

/** One line of the routes table: an address, the section it lights, its screen. */
export interface Route extends Pattern {
  section: SectionId;
  Screen: ComponentType<ScreenProps>;
}
