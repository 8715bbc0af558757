import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { functionLengths } from "./tidy/function-lengths.ts";
import { importsOf } from "./tidy/imports-of.ts";
import { rungOf, sameRung } from "./tidy/ladder.ts";
import { trackedFiles } from "./tidy/tracked-files.ts";

const MOST_LINES = 300;
const MOST_FUNCTION_LINES = 60;
const BANNED_NAMES = /^(utils?|helpers?|manager|service|data)$/;

const sources = trackedFiles().filter((f) => /^(src|scripts|test)\/.*\.(ts|tsx|css)$/.test(f));
const code = sources.filter((f) => /\.tsx?$/.test(f));
const product = code.filter((f) => f.startsWith("src/"));
const text = (file: string) => readFileSync(file, "utf8");

/** The house rules, with no exception list. */
describe("tidy", () => {
  it("finds the sources", () => {
    expect(product.length).toBeGreaterThan(200);
  });

  it("keeps files under 300 lines", () => {
    const long = sources.filter((f) => text(f).split("\n").length - 1 > MOST_LINES);
    expect(long).toEqual([]);
  });

  it("keeps functions of the product under 60 lines", () => {
    const long = product.flatMap((f) =>
      functionLengths(text(f))
        .filter((fn) => fn.lines > MOST_FUNCTION_LINES)
        .map((fn) => `${f}:${fn.line} ${fn.name} ${fn.lines}`),
    );
    expect(long).toEqual([]);
  });

  it("names files in kebab-case, components in PascalCase, and nothing utils or helpers", () => {
    const wrong = product.filter((f) => {
      const name = basename(f).replace(/\.(module\.css|tsx?|css)$/, "");
      const shape = f.endsWith(".tsx")
        ? /^([A-Z][A-Za-z0-9]*|main|[a-z][a-z0-9]*(-[a-z0-9]+)*)$/
        : /^[a-z0-9]+([-.][a-z0-9]+)*$/;
      return !shape.test(name) || f.split(/[/.]/).some((part) => BANNED_NAMES.test(part));
    });
    expect(wrong).toEqual([]);
  });

  it("has no default export, no barrel and no path that climbs two folders", () => {
    const wrong = product.filter((f) => {
      const body = text(f);
      return (
        /^export default /m.test(body) ||
        /^export \* from/m.test(body) ||
        importsOf(body).some((from) => from.startsWith("../../"))
      );
    });
    expect(wrong).toEqual([]);
  });

  it("imports down the ladder only, and never from a sibling domain", () => {
    const wrong = product.flatMap((f) =>
      importsOf(text(f)).flatMap((from) => {
        const up = climbs(f, from);
        return up === undefined ? [] : [`${f} imports ${up}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("imports electron in its own door only", () => {
    const wrong = product.filter(
      (f) =>
        importsOf(text(f)).includes("electron") &&
        !/^src\/(main\/(index\.ts|doors\/electron\/)|preload\/)/.test(f),
    );
    expect(wrong).toEqual([]);
  });

  it("has no dead file: each is imported, or is an entry", () => {
    const imported = new Set(
      code.flatMap((f) => importsOf(text(f)).map((from) => nameOf(f, from))),
    );
    const entries = /(^src\/main\/(index|office|cli)\.ts$|^src\/preload\/|main\.tsx$)/;
    const named = code.map(text).join("\n");
    const dead = product.filter(
      (f) => !entries.test(f) && !imported.has(f) && !named.includes(basename(f)),
    );
    expect(dead).toEqual([]);
  });

  it("leaves no marker of unfinished work", () => {
    const marker = new RegExp(["\\bTO", "DO\\b|\\bFIX", "ME\\b"].join(""));
    expect(code.filter((f) => marker.test(text(f)))).toEqual([]);
  });
});

function nameOf(file: string, from: string): string {
  if (from.startsWith("#")) {
    return from.replace(/^#(contract|main|renderer)\//, "src/$1/");
  }
  const parts = [...file.split("/").slice(0, -1)];
  for (const part of from.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** What an import reaches that it must not, or nothing. */
function climbs(file: string, from: string): string | undefined {
  const target = nameOf(file, from);
  if (!target.startsWith("src/")) return undefined;
  const here = rungOf(file);
  const there = rungOf(target);
  if (here.domain === there.domain) return undefined;
  return there.rung > here.rung || sameRung(here, there) ? target : undefined;
}
