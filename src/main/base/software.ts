/** How the application names itself in the files it writes. */
export const software = { name: "Écritoire", version: "0.1.0" } as const;
