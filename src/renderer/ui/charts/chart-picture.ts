/** Pixels of a picture for one of the screen: sharp on paper and in slides. */
const PICTURE_SCALE = 2;
const MARGIN = 16;
const TITLE_ROOM = 28;
const KEPT = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "fill-opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
] as const;

/** A drawing with its title as a file that stands alone, in the colours of the screen. */
export function chartSvg(drawing: SVGSVGElement, title: string, name: string): File {
  const { width, height } = sizeOf(drawing);
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const shown = drawing.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, i) => {
    const look = shown[i] && getComputedStyle(shown[i]);
    for (const key of KEPT) {
      if (look) element.setAttribute(key, look.getPropertyValue(key));
    }
    element.removeAttribute("class");
  });
  const head = headLook(drawing);
  // As XML: in a page, `innerHTML` would write the entities of HTML, which no drawing knows.
  const writer = new XMLSerializer();
  const shapes = [...copy.children].map((shape) => writer.serializeToString(shape)).join("");
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}"><title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${head.paper}"/>`,
    `<text x="${MARGIN}" y="${MARGIN + 12}" fill="${head.ink}" font-size="13"`,
    ` font-weight="600" font-family="${escaped(head.family)}">${escaped(title)}</text>`,
    `<g transform="translate(${MARGIN} ${MARGIN + TITLE_ROOM})">${shapes}</g></svg>\n`,
  ];
  return new File(text, `${name}.svg`, { type: "image/svg+xml" });
}

/** The same drawing as a picture: painted on a canvas, which knows the fonts of the page. */
export async function chartPng(drawing: SVGSVGElement, title: string, name: string): Promise<File> {
  const { width, height } = sizeOf(drawing);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * PICTURE_SCALE);
  canvas.height = Math.round(height * PICTURE_SCALE);
  const ctx = canvas.getContext("2d");
  if (ctx === null) throw new Error("This window cannot draw pictures.");
  const head = headLook(drawing);
  ctx.scale(PICTURE_SCALE, PICTURE_SCALE);
  ctx.fillStyle = head.paper;
  ctx.fillRect(0, 0, width, height);
  ctx.fillStyle = head.ink;
  ctx.font = `600 13px ${head.family}`;
  ctx.fillText(title, MARGIN, MARGIN + 12);
  ctx.translate(MARGIN, MARGIN + TITLE_ROOM);
  for (const element of drawing.querySelectorAll("*")) paint(ctx, element);
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, "image/png");
  });
  if (blob === null) throw new Error("The picture could not be written.");
  return new File([blob], `${name}.png`, { type: "image/png" });
}

function sizeOf(drawing: SVGSVGElement): { width: number; height: number } {
  return {
    width: drawing.width.baseVal.value + 2 * MARGIN,
    height: drawing.height.baseVal.value + 2 * MARGIN + TITLE_ROOM,
  };
}

function headLook(drawing: SVGSVGElement): { paper: string; ink: string; family: string } {
  const root = getComputedStyle(document.documentElement);
  return {
    paper: root.getPropertyValue("--surface").trim(),
    ink: root.getPropertyValue("--text").trim(),
    family: getComputedStyle(drawing).fontFamily,
  };
}

function paint(ctx: CanvasRenderingContext2D, element: Element): void {
  const look = getComputedStyle(element);
  if (element instanceof SVGTextElement) {
    paintText(ctx, element, look);
    return;
  }
  const path = pathOf(element);
  if (path === undefined) return;
  ctx.save();
  if (look.fill !== "none" && !(element instanceof SVGLineElement)) {
    ctx.globalAlpha = Number(look.fillOpacity);
    ctx.fillStyle = look.fill;
    ctx.fill(path);
    ctx.globalAlpha = 1;
  }
  if (look.stroke !== "none") {
    ctx.strokeStyle = look.stroke;
    ctx.lineWidth = Number.parseFloat(look.strokeWidth);
    const dashes = look.strokeDasharray.split(/[ ,]+/).map((dash) => Number.parseFloat(dash));
    ctx.setLineDash(dashes.filter((dash) => !Number.isNaN(dash)));
    ctx.stroke(path);
  }
  ctx.restore();
}

function paintText(ctx: CanvasRenderingContext2D, text: SVGTextElement, look: CSSStyleDeclaration) {
  ctx.fillStyle = look.fill;
  ctx.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`;
  ctx.textAlign = ({ middle: "center", end: "right" } as const)[look.textAnchor] ?? "left";
  ctx.fillText(text.textContent, numberOf(text, "x"), numberOf(text, "y"));
}

/** Charts are made of these shapes only, without transforms, so that a picture is as the screen. */
function pathOf(element: Element): Path2D | undefined {
  if (element instanceof SVGPathElement) return new Path2D(element.getAttribute("d") ?? "");
  const path = new Path2D();
  const at = (name: string) => numberOf(element, name);
  if (element instanceof SVGLineElement) {
    path.moveTo(at("x1"), at("y1"));
    path.lineTo(at("x2"), at("y2"));
  } else if (element instanceof SVGRectElement) {
    path.rect(at("x"), at("y"), at("width"), at("height"));
  } else if (element instanceof SVGCircleElement) {
    path.arc(at("cx"), at("cy"), at("r"), 0, 2 * Math.PI);
  } else return undefined;
  return path;
}

function numberOf(element: Element, name: string): number {
  return Number(element.getAttribute(name) ?? 0);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
