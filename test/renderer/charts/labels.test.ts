import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cutText,
  placeLabels,
  spreadApart,
  textWidth,
  wrapText,
} from "#renderer/ui/charts/labels.ts";

test("a text too long ends in an ellipsis and fits; a short one stays whole", () => {
  expect(cutText("Loyer", 80)).toBe("Loyer");
  const cut = cutText("Menuiseries de la Vallée de l'Erdre", 90);
  expect(cut).toMatch(/^Menuiser.*…$/);
  expect(textWidth(cut)).toBeLessThanOrEqual(90);
});

test("names are broken between words, the last line cut", () => {
  expect(wrapText("Remboursements d'emprunts", 100, 2)).toEqual(["Remboursements", "d'emprunts"]);
  const lines = wrapText("Charges sociales et fiscales du trimestre écoulé", 70, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
});

test("heights are moved apart by the gap, and not when they are already", () => {
  const room = { gap: 14, low: 0, high: 200 };
  expect(spreadApart([10, 60, 120], room)).toEqual([10, 60, 120]);
  const heights = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 12 });
  fc.assert(
    fc.property(heights, (asked) => {
      const placed = spreadApart(asked, room);
      const sorted = [...placed].sort((a, b) => a - b);
      for (let i = 1; i < sorted.length; i++) {
        expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-6);
      }
      for (const y of placed) expect(y).toBeGreaterThanOrEqual(-1e-6);
      for (const y of placed) expect(y).toBeLessThanOrEqual(200 + 1e-6);
    }),
  );
});

test("names in a crowd never cover each other, and a lone one stands right of its dot", () => {
  const bounds = { x: 0, y: 0, width: 400, height: 240 };
  const alone = placeLabels([{ label: "Atelier Nord", x: 100, y: 100, radius: 5 }], bounds);
  expect(alone[0]).toMatchObject({ x: 109, anchor: "start" });
  const inside = fc.record({
    label: fc.constantFrom("Atelier Nord", "Voltandre", "Mairie de Rezé", "SCI des Écluses"),
    x: fc.integer({ min: 0, max: 400 }),
    y: fc.integer({ min: 0, max: 240 }),
    radius: fc.integer({ min: 3, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(inside, { maxLength: 25 }), (dots) => {
      const boxes = placeLabels(dots, bounds).flatMap((label, i) => {
        if (label === undefined) return [];
        const width = textWidth(dots[i]?.label ?? "");
        const left = { start: 0, middle: width / 2, end: width }[label.anchor];
        return [{ from: label.x - left, to: label.x - left + width, y: label.y }];
      });
      for (const [i, a] of boxes.entries()) {
        for (const b of boxes.slice(i + 1)) {
          const isApart = Math.abs(a.y - b.y) >= 13.9 || a.to <= b.from || b.to <= a.from;
          expect(isApart).toBe(true);
        }
      }
    }),
  );
});
