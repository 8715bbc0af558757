import type { Page } from "@playwright/test";

/** Frames while a long list is scrolled from its top: most of them in time, and the worst. */
export interface Scrolling {
  /** From the address to the first rows. */
  openingMs: number;
  medianFrameMs: number;
  p99FrameMs: number;
  /** Rows that went by. */
  rows: number;
}

const FRAMES = 600;
/** Six rows a frame: a fast wheel. */
const STEP_PX = 156;

/** Opens the bank lines and scrolls them a step each frame, in the window itself. */
export async function scrollBankLines(page: Page): Promise<Scrolling> {
  await page.evaluate("location.hash = '/'");
  await page.waitForTimeout(500);
  const openingMs = await page.evaluate<number>(`new Promise((resolve) => {
    const from = performance.now();
    location.hash = '/bank';
    const look = () => {
      const row = document.querySelector('[role=grid] [role=row] [role=gridcell]');
      requestAnimationFrame(row === null ? look : () => resolve(performance.now() - from));
    };
    look();
  })`);
  await page.waitForTimeout(1000);
  const frames = await page.evaluate<number[]>(`new Promise((resolve) => {
    const grid = document.querySelector('[role=grid]');
    const frames = [];
    let last = performance.now();
    const step = (now) => {
      frames.push(now - last);
      last = now;
      grid.scrollTop += ${STEP_PX};
      if (frames.length < ${FRAMES}) requestAnimationFrame(step);
      else resolve(frames.slice(1));
    };
    requestAnimationFrame(step);
  })`);
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const rows = Math.round((FRAMES * STEP_PX) / 26);
  return { openingMs, medianFrameMs: at(0.5), p99FrameMs: at(0.99), rows };
}
