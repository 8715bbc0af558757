import { describe, expect, test } from "vitest";
import { procedures } from "#contract/procedures.ts";
import { buildInput } from "#main/doors/terminal/build-input.ts";
import { COMMON_FLAGS, readCommandLine } from "#main/doors/terminal/command-line.ts";
import { fieldsOf, inputSchemaOf } from "#main/doors/terminal/field.ts";
import { kebab } from "#main/doors/terminal/kebab.ts";
import { nearestName } from "#main/doors/terminal/nearest-name.ts";
import { terminalLanguage } from "#main/doors/terminal/terminal-language.ts";
import { ran } from "./terminal-run.ts";

/** The input that a command line makes. */
function inputOf(...argv: string[]): unknown {
  const { called } = readCommandLine(argv, "fr");
  return buildInput({}, called?.given ?? [], "fr");
}

describe("names", () => {
  test("every procedure has its own, and no field takes the place of a common flag", () => {
    const names = procedures.map((p) => p.path.map(kebab).join(" "));
    expect(new Set(names).size).toBe(names.length);
    for (const procedure of procedures) {
      const flags = fieldsOf(inputSchemaOf(procedure)).map((field) => field.flag);
      for (const flag of flags) expect(COMMON_FLAGS).not.toContain(flag);
      expect(new Set(flags).size).toBe(flags.length);
    }
  });

  test("a mistyped one finds its neighbour, a foreign one does not", () => {
    expect(nearestName("expots", ["exports", "ledger"])).toBe("exports");
    expect(nearestName("--bok", ["--book"])).toBe("--book");
    expect(nearestName("zzzzzz", ["exports", "ledger"])).toBeUndefined();
  });

  test("the language is the system's when it is English, else French", () => {
    expect(terminalLanguage({ LANG: "en_GB.UTF-8" })).toBe("en");
    expect(terminalLanguage({ LANG: "en_GB.UTF-8", LC_ALL: "fr_FR.UTF-8" })).toBe("fr");
    expect(terminalLanguage({ LANG: "C.UTF-8" })).toBe("fr");
    expect(terminalLanguage({})).toBe("fr");
  });
});

describe("flags", () => {
  test("become numbers, yes and no, choices, lists and nested objects", () => {
    expect(
      inputOf("banking", "add-account", "--name", "Livret", "--opening-minor", "-1250"),
    ).toEqual({ name: "Livret", openingMinor: -1250 });
    const previewOf = (...flags: string[]) => inputOf("assets", "depreciate", ...flags);
    expect(previewOf("--preview")).toEqual({ preview: true });
    expect(previewOf("--no-preview")).toEqual({ preview: false });
    expect(previewOf("--preview", "false")).toEqual({ preview: false });
    expect(inputOf("exports", "invoices", "--format=xml", "--from-on=2026-01-01")).toEqual({
      format: "xml",
      fromOn: "2026-01-01",
    });
  });

  test("a repeated part begins the next element of its list", () => {
    const line = (account: string, side: string) => [
      ...["--entry.lines.account", account, `--entry.lines.${side}-minor`, "100"],
    ];
    expect(
      inputOf(
        ...["ledger", "post-entry", "--entry.journal", "OD"],
        ...[...line("512001", "debit"), ...line("1013", "credit")],
      ),
    ).toEqual({
      entry: {
        journal: "OD",
        lines: [
          { account: "512001", debitMinor: 100 },
          { account: "1013", creditMinor: 100 },
        ],
      },
    });
  });

  test("an object may be JSON text, a map takes its keys from the flag", () => {
    const allocation = '{"itemKind":"bill","itemId":3,"amountMinor":10}';
    expect(
      inputOf(
        ...["reconciliation", "confirm-match", "--bank-line-id", "1"],
        ...["--allocations", allocation, "--allocations", allocation],
      ),
    ).toEqual({ bankLineId: 1, allocations: [JSON.parse(allocation), JSON.parse(allocation)] });
    expect(
      inputOf(
        ...[
          "treasury",
          "import-schedule",
          "--mapping.dueOn",
          "Échéance",
          "--mapping.label",
          "Objet",
        ],
      ),
    ).toEqual({ mapping: { dueOn: "Échéance", label: "Objet" } });
  });

  test("flags win over --input, and their list replaces its own", () => {
    const { called } = readCommandLine(
      ["book", "create", "--years.starts-on", "2026-01-01", "--company.name", "B"],
      "fr",
    );
    const base = { company: { name: "A", siren: "1" }, years: [{ startsOn: "1999-01-01" }] };
    expect(buildInput(base, called?.given ?? [], "fr")).toEqual({
      company: { name: "B", siren: "1" },
      years: [{ startsOn: "2026-01-01" }],
    });
    expect(base.years).toEqual([{ startsOn: "1999-01-01" }]);
  });

  test.each(["__proto__", "constructor", "prototype"])("a map key %s stays a key", (key) => {
    const made = inputOf("treasury", "import-schedule", `--mapping.${key}`, "x") as object;
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });
});

describe("usage errors exit with 2 and help", () => {
  test.each([
    [["ledgr", "list-years"], "« ledger »"],
    [["ledger", "list-yeers"], "« list-years »"],
    [["ledger", "list-years", "--bok", "x"], "« --book »"],
    [["ledger", "list-years"], "--book"],
    [["ledger", "list-years", "x"], "« x » est de trop"],
    [["ledger", "list-accounts", "--book", "x", "--fiscal-year-id", "two"], "attendu : entier"],
    [["ledger", "list-accounts", "--book", "x"], "Il manque --fiscal-year-id"],
    [["ledger", "list-entries", "--book", "x", "--from-on", "31/12/2026"], "AAAA-MM-JJ"],
    [["ledger", "list-entries", "--book", "x", "--limit", "501"], "1…500"],
    [["exports", "invoices", "--book", "x", "--format", "pdf"], "xml | csv | xlsx"],
    [["ledger", "list-years", "--book"], "--book attend une valeur"],
    [["ledger", "list-years", "--json=yes"], "--json ne prend pas de valeur"],
    [["book", "open", "--book", "x", "--passphrase", "secret"], "--passphrase n'est pas accepté"],
    [["book", "open", "--book", "x", "--passphrase=secret"], "--passphrase n'est pas accepté"],
    [["--lang", "de"], "fr, en"],
    [[], "Usage : ecritoire"],
  ])("%j", async (argv, told) => {
    const run = await ran(argv);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain(told);
  });

  test("a name that the contract does not have is refused in --input too", async () => {
    const stdin = JSON.stringify({ entry: { jurnal: "OD" } });
    const run = await ran(["ledger", "post-entry", "--book", "x", "--input", "-"], { stdin });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("« entry.jurnal » n'existe pas. Vouliez-vous dire « journal » ?");
  });

  test("in English when asked, wherever --lang stands", async () => {
    const run = await ran(["ledger", "list-yeers", "--lang", "en"]);
    expect(run.stderr).toContain(
      'Unknown command: "ledger list-yeers". Did you mean "list-years"?',
    );
  });
});

describe("help", () => {
  test("names every command in both languages", async () => {
    for (const lang of ["fr", "en"] as const) {
      const { code, stdout, stderr } = await ran(["--help", "--lang", lang]);
      expect([code, stderr]).toEqual([0, ""]);
      for (const { path, meta } of procedures) {
        expect(stdout).toContain(kebab(path[1]));
        expect(stdout).toContain(meta[lang]);
      }
    }
  });

  test("of a domain lists its commands; of a command its fields, kinds and defaults", async () => {
    expect((await ran(["treasury", "--help"])).stdout).toMatch(/forecast +Prévoit/);
    const { stdout } = await ran(["exports", "invoices", "--help"]);
    expect(stdout).toMatch(/--format +xml \| csv \| xlsx \| oxygene, requis/);
    expect(stdout).toMatch(/--from-on +AAAA-MM-JJ$/m);
    const create = await ran(["book", "create", "-h"]);
    expect(create.stdout).toMatch(/--company\.capital-minor +entier \(centimes\)/);
    expect(create.stdout).toMatch(/--person +texte, par défaut : owner/);
    expect(create.stdout).not.toMatch(/--folder/);
    expect(create.stdout).toContain("ECRITOIRE_PASSPHRASE");
  });
});
