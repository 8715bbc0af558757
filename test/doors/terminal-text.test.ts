import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { askSecret, canAsk } from "#main/doors/terminal/ask-secret.ts";
import { safeLines } from "#main/doors/terminal/cell-text.ts";
import { ProgressBar } from "#main/doors/terminal/progress-bar.ts";
import { resultText } from "#main/doors/terminal/result-text.ts";

describe("a result for a person", () => {
  test("has its amounts, rates and instants in the person's way", () => {
    const value = {
      amountMinor: -123456,
      rateBps: 550,
      postedAtMs: 0,
      on: "2026-01-31",
      open: true,
    };
    expect(resultText(value, "fr").split("\n")).toEqual([
      "amountMinor  -1\u202f234,56",
      "rateBps      5,5 %",
      "postedAtMs   1970-01-01 00:00:00",
      "on           2026-01-31",
      "open         oui",
    ]);
    expect(resultText(value, "en")).toContain("-1,234.56");
  });

  test("lines up its columns, numbers to the right", () => {
    const rows = [
      { label: "Loyer", amountMinor: 5 },
      { label: "É", amountMinor: 1_000_000 },
    ];
    expect(resultText(rows, "fr").split("\n")).toEqual([
      "label  amountMinor",
      "─────  ───────────",
      "Loyer         0,05",
      "É        10\u202f000,00",
    ]);
  });

  test("says nothing, done, the total and the key of what follows", () => {
    expect(resultText([], "fr")).toBe("Rien à montrer.");
    expect(resultText({}, "en")).toBe("Done.");
    const page = { rows: [{ id: 1 }], next: "k1", total: 12 };
    expect(resultText(page, "fr")).toMatch(/12 en tout\nSuite : --after k1$/);
  });

  test("tells a refused row's sentence in place of its code", () => {
    const report = {
      added: 0,
      refused: [{ line: 3, code: "files.bad-iban", facts: { line: 3, text: "FR00" } }],
    };
    const text = resultText(report, "fr");
    expect(text).toContain("l'IBAN « FR00 » est faux");
    expect(text).not.toContain("files.bad-iban");
  });

  test("cannot drive the terminal: control characters are taken out", () => {
    const hostile = "a\u001b[2Jb\u0007c\u009bd\u202ee\rf";
    for (const text of [
      resultText({ label: hostile }, "fr"),
      resultText([{ label: hostile }], "fr"),
      resultText({ refs: [hostile] }, "fr"),
      resultText({ source: `${hostile}\nsecond` }, "fr"),
      safeLines(hostile),
    ]) {
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  });
});

describe("a secret asked for", () => {
  function terminal() {
    const raw: boolean[] = [];
    const stdin = Object.assign(new PassThrough(), {
      isTTY: true,
      setRawMode: (on: boolean) => raw.push(on),
    });
    const stderr = Object.assign(new PassThrough(), { isTTY: true });
    let shown = "";
    stderr.on("data", (part: Buffer) => {
      shown += String(part);
    });
    const streams = { stdin, stdout: new PassThrough(), stderr, env: {} };
    return { streams, raw, shown: () => shown };
  }

  test("is never shown, may be corrected or pasted, and leaves the terminal as it was", async () => {
    const { streams, raw, shown } = terminal();
    const asked = askSecret(streams, "Phrase : ");
    for (const part of ["pomq", "\u007f", "me", "\u001b[A", " reinette\r"])
      streams.stdin.write(part);
    expect(await asked).toBe("pomme reinette");
    expect(raw).toEqual([true, false]);
    expect(shown()).toBe("Phrase : \n");
  });

  test("is nothing after Ctrl+C", async () => {
    const { streams, raw } = terminal();
    const asked = askSecret(streams, "? ");
    streams.stdin.write("abc\u0003");
    expect(await asked).toBeUndefined();
    expect(raw).toEqual([true, false]);
  });

  test("is asked of a terminal only", () => {
    const { streams } = terminal();
    expect(canAsk(streams)).toBe(true);
    expect(canAsk({ ...streams, stdin: new PassThrough() })).toBe(false);
    expect(canAsk({ ...streams, stderr: new PassThrough() })).toBe(false);
  });
});

test("a progress bar fits the screen, is drawn at most every 50 ms and goes away", () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 30 });
  const bar = new ProgressBar(stream);
  bar.show({ stage: "lines", done: 1, total: 4 }, 0);
  bar.show({ stage: "lines", done: 2, total: 4 }, 49);
  bar.show({ stage: "lines", done: 5, total: 4 }, 50);
  bar.end();
  const drawn = String(stream.read()).split("\r\u001b[2K");
  expect(drawn).toEqual([
    "",
    `[${"█".repeat(6)}${"░".repeat(18)}] 25`,
    `[${"█".repeat(24)}] 10`,
    "",
  ]);
  const file = new PassThrough();
  new ProgressBar(file).show({ stage: "lines", done: 1, total: 4 });
  expect(file.read()).toBeNull();
});
