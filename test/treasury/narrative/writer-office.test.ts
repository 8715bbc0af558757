import { afterAll, beforeAll, expect, test } from "vitest";
import { droppedText, type OpenOffice, openOffice } from "../../contract/open-office.ts";
import { resultOf } from "../../main-job/sample-office.ts";
import { type WriterServer, writerServer } from "./writer-server.ts";

let office: OpenOffice;
let server: WriterServer;
beforeAll(async () => {
  server = await writerServer();
  office = await openOffice();
  const file = droppedText("releve.csv", "Date;Libellé;Montant\n04/02/2026;VIR RECU;120,00\n");
  await resultOf(await office.calls.banking.importStatement({ file, bankAccountId: 1 }));
});
afterAll(async () => {
  await office.stop();
  await server.close();
});

const refusal = (code: string) => ({ data: { code } });

test("nothing is sent before a person has connected a model, seen the bytes and granted credit", async () => {
  const { treasury } = office.calls;
  const seen = { sha256: "0".repeat(64) };
  expect(await treasury.writer({})).toEqual({ settings: null, balanceMinor: 0, moves: [] });
  await expect(treasury.narrativePayload({})).rejects.toMatchObject(refusal("treasury.no-writer"));
  await expect(treasury.rewriteNarrative(seen)).rejects.toMatchObject(
    refusal("treasury.no-writer"),
  );
  const clear = { provider: "openai-compatible", model: "m", baseUrl: "http://ailleurs.example" };
  await expect(treasury.connectWriter(clear as never)).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  const settings = {
    provider: "openai-compatible",
    model: "petit",
    baseUrl: server.baseUrl,
  } as const;
  expect(await treasury.connectWriter(settings)).toEqual({ provider: "openai-compatible" });
  const payload = await treasury.narrativePayload({});
  expect(payload).toMatchObject({ requiredMinor: 120, balanceMinor: 0, missingMinor: 120 });
  expect(JSON.parse(payload.body)).toMatchObject({ model: "petit" });
  await expect(treasury.rewriteNarrative(payload)).rejects.toMatchObject(
    refusal("treasury.insufficient-credit"),
  );
  await expect(treasury.rewriteNarrative(seen)).rejects.toMatchObject(
    refusal("treasury.payload-changed"),
  );
  expect(server.requests).toEqual([]);
});

test("the bytes shown are those sent; the text comes back with the findings' own figures", async () => {
  const { treasury } = office.calls;
  expect(await treasury.topUpCredit({ minor: 500 })).toEqual({ balanceMinor: 500 });
  const own = await treasury.narrative({});
  const { sha256, body } = await treasury.narrativePayload({});
  const rewritten = await treasury.rewriteNarrative({ sha256 });
  expect(server.requests.map((one) => one.body)).toEqual([body]);
  expect(rewritten.paragraphs.map((one) => one.text)).toEqual(
    own.paragraphs.map((one) => `En clair : ${one.text}`),
  );
  const { balanceMinor, moves } = await treasury.writer({});
  expect([balanceMinor, rewritten.costMinor]).toEqual([400, 100]);
  expect(moves.map((one) => one.kind)).toEqual(["settled", "reserved", "top-up", "blocked"]);
});

test("another provider asks for its own key, and disconnecting stops everything", async () => {
  const { treasury } = office.calls;
  await treasury.connectWriter({ provider: "anthropic", model: "m", baseUrl: server.baseUrl });
  const { sha256 } = await treasury.narrativePayload({});
  await expect(treasury.rewriteNarrative({ sha256 })).rejects.toMatchObject(
    refusal("treasury.writer-key-missing"),
  );
  await treasury.disconnectWriter({});
  expect((await treasury.writer({})).settings).toBe(null);
  expect(server.requests).toHaveLength(1);
});
