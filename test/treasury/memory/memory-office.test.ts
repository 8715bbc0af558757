import { afterAll, beforeAll, expect, test } from "vitest";
import { engineRegistry } from "#main/treasury/analyses/engine-registry.ts";
import { type SampleOffice, sampleOffice } from "../../main-job/sample-office.ts";

let office: SampleOffice;
beforeAll(async () => {
  office = await sampleOffice();
}, 120_000);
afterAll(() => office.stop());

test("each registered engine runs on the sample company, and its figures open down", async () => {
  const { treasury } = office.calls;
  expect(new Set(engineRegistry.map((one) => one.name)).size).toBe(engineRegistry.length);
  const done = await treasury.analyse({});
  expect(done.map((one) => [one.engine, one.outcome])).toEqual(
    engineRegistry.map((one) => [one.name, "kept"]),
  );
  for (const { analysisId } of done) {
    const kept = await treasury.getAnalysis({ analysisId: analysisId ?? 0 });
    expect(kept.figures.length, kept.engine).toBeGreaterThan(0);
    expect(new Set(kept.figures.map((one) => one.key)).size).toBe(kept.figures.length);
    // What past forecasts were worth is of all rows together.
    const opens = kept.figures.some((one) => one.refs.length > 0);
    expect(opens, kept.engine).toBe(kept.engine !== "reliability");
    expect(kept.inputsSha256).toMatch(/^[0-9a-f]{64}$/);
  }
  expect((await treasury.analyse({ engines: ["indicators"] }))[0]?.outcome).toBe("same");
  await expect(treasury.analyse({ engines: ["oracle"] })).rejects.toMatchObject({
    data: { code: "treasury.unknown-engine" },
  });
});

test("kept analyses are listed by pages and compared; proposals wait for a person", async () => {
  const { treasury } = office.calls;
  const first = await treasury.analyses({ limit: 2 });
  const rest = await treasury.analyses({ limit: 100, after: first.next ?? "" });
  // The daily work may have looked meanwhile, and kept the forecast with its measured band.
  expect(new Set([...first.rows, ...rest.rows].map((one) => one.engine))).toEqual(
    new Set(engineRegistry.map((one) => one.name)),
  );
  expect((await treasury.analyses({ engine: "indicators" })).total).toBe(1);
  const changed = await treasury.whatChanged({ engine: "indicators" });
  expect(changed).toMatchObject({ from: null, movedCount: 0, to: { version: 1 } });
  await expect(treasury.getAnalysis({ analysisId: 99 })).rejects.toMatchObject({
    data: { code: "treasury.unknown-analysis" },
  });
  expect((await treasury.proposals({ state: "refused" })).rows).toEqual([]);
  await expect(
    treasury.decideProposal({ proposalId: 999_999, decision: "accepted" }),
  ).rejects.toMatchObject({ data: { code: "treasury.unknown-proposal" } });
});

test("the narrative of the sample company tells its cash in both languages", async () => {
  const { treasury } = office.calls;
  const french = await treasury.narrative({});
  const english = await treasury.narrative({ language: "en" });
  process.stdout.write(`${french.paragraphs.map((one) => one.text).join("\n")}\n`);
  const topics = french.paragraphs.map((one) => one.topic);
  expect(topics.slice(0, 2)).toEqual(["cash", "customers"]);
  expect(english.paragraphs[0]?.text).toContain("in the bank");
  const { balanceMinor } = await treasury.position({});
  const amount = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });
  expect(french.paragraphs[0]?.text).toContain(amount.format(balanceMinor / 100));
  expect(french.paragraphs[1]?.refs.length).toBeGreaterThan(3);
});
