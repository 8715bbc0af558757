/** True on a Mac, where Command takes the place of Ctrl. */
export const isMac = /Mac/.test(navigator.platform);
