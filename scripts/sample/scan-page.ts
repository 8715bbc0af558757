import { type PDFiumLibrary, PDFiumLibrary as Pdfium } from "@hyzyla/pdfium";
import { encodePng } from "./encode-png.ts";
import { type RandomStream, randomStream } from "./random-stream.ts";

/** 200 dots an inch, where PDF counts 72. */
const SCALE = 200 / 72;
/** Gray levels kept, as thrifty office scanners do. */
const LEVELS = 16;

type Gray = { width: number; height: number; pixels: Uint8Array };

/** Renders the first page of a PDF as an office scanner would give it: a grayscale PNG. */
export async function scanPage(pdf: Uint8Array, seed: number): Promise<Uint8Array> {
  const library: PDFiumLibrary = await Pdfium.init();
  try {
    const document = await library.loadDocument(pdf);
    const page = document.getPage(0);
    const image = await page.render({ scale: SCALE, render: "bitmap", colorSpace: "Gray" });
    const { width, height, data } = image;
    document.destroy();
    const pixels = data.length === width * height ? data : redOf(data, width * height);
    const tilted = tilt({ width, height, pixels });
    return encodePng(speckle(tilted, randomStream(seed, "scan")));
  } finally {
    library.destroy();
  }
}

function redOf(data: Uint8Array, count: number): Uint8Array {
  const step = data.length / count;
  return Uint8Array.from({ length: count }, (_, i) => data[i * step] ?? 255);
}

/** A sheet laid slightly askew: one pixel aside every 230 rows, one up every 230 columns. */
function tilt({ width, height, pixels }: Gray): Gray {
  const tilted = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = x - Math.floor(y / 230) + 5;
      const fromY = y + Math.floor(x / 230) - 3;
      if (fromX < 0 || fromX >= width || fromY < 0 || fromY >= height) continue;
      tilted[y * width + x] = pixels[fromY * width + fromX] ?? 255;
    }
  }
  return { width, height, pixels: tilted };
}

/** Paper that is not quite white, softer ink, and sparse dust. */
function speckle({ width, height, pixels }: Gray, draw: RandomStream): Gray {
  const step = Math.floor(255 / (LEVELS - 1));
  const paper = pixels.map((value) => {
    const soft = 34 + Math.floor((value * 204) / 255);
    return Math.min(255, Math.round(soft / step) * step);
  });
  const dust = Math.floor((width * height) / 260);
  for (let i = 0; i < dust; i++) {
    const at = draw.int(0, paper.length - 1);
    const grain = draw.int(1, 3) * step;
    paper[at] = Math.max(0, Math.min(255, (paper[at] ?? 255) + (draw.chance(60) ? -grain : grain)));
  }
  return { width, height, pixels: paper };
}
