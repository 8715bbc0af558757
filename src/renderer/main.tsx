import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { Appearance } from "./app/Appearance.tsx";
import { queries } from "./app/queries.ts";
import { markDocument } from "./words/language.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no #root element.");
markDocument();
createRoot(root).render(
  <StrictMode>
    <Appearance>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </Appearance>
  </StrictMode>,
);
