import type { Route } from "./route.ts";

/** Every screen by its address. One line a screen; details follow their list. */
export const routes: readonly Route[] = [];
