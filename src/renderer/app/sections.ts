import type { frameWords } from "#renderer/words/frame.ts";
import type { Words } from "#renderer/words/words.ts";

/** The main places of the side navigation, in their order and shortcut order (Ctrl+1…9). */
export const sections = [
  { id: "home", path: "/" },
  { id: "sales", path: "/sales" },
  { id: "purchases", path: "/purchases" },
  { id: "bank", path: "/bank" },
  { id: "entries", path: "/entries" },
  { id: "treasury", path: "/treasury" },
  { id: "vat", path: "/vat" },
  { id: "statements", path: "/statements" },
  { id: "closing", path: "/closing" },
  { id: "exports", path: "/exports" },
  { id: "import", path: "/import" },
  { id: "journal", path: "/journal" },
] as const satisfies readonly { id: keyof Words<typeof frameWords>; path: string }[];

export type SectionId = (typeof sections)[number]["id"];
