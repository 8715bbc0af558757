import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      rolldownOptions: {
        input: {
          index: "src/main/index.ts",
          office: "src/main/office.ts",
          cli: "src/main/cli.ts",
          "reading-worker": "src/main/purchases/reading/reading-worker.ts",
          "stress-worker": "src/main/treasury/stress-worker.ts",
        },
        output: { format: "es", entryFileNames: "[name].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      // A sandboxed preload can neither be an ES module nor require packages.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: "src/preload/index.ts" },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "src/renderer",
    plugins: [react()],
    build: {
      outDir: "out/renderer",
      // electron-vite leaves the renderer unminified unless told.
      minify: true,
      rolldownOptions: { input: { index: "src/renderer/index.html" } },
    },
  },
});
