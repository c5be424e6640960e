/** The SVG of a chart as a file that stands for itself: colours and fonts resolved, no style sheet needed. */

/** Properties that charts are drawn with. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
] as const;

const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * @param svg a chart on the page
 * @param title of the picture
 * @param caption what it shows: tokenizer, weights, counts
 * @returns SVG text with the page's background behind it
 */
export function svgText(svg: SVGSVGElement, title: string, caption: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  const colours = new Map<string, string>();
  for (const [index, original] of originals.entries()) resolveStyle(original, copies[index]!, colours);
  const { width, height } = svg.getBoundingClientRect();
  for (const [name, value] of Object.entries({ xmlns: NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}` }))
    copy.setAttribute(name, String(value));
  copy.setAttribute('font-family', "'IBM Plex Sans', system-ui, sans-serif");
  const paper = document.createElementNS(NAMESPACE, 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', plainColour(getComputedStyle(document.documentElement).backgroundColor, colours));
  copy.prepend(named('title', title), named('desc', caption), paper);
  return new XMLSerializer().serializeToString(copy);
}

/**
 * @param svg text of svgText
 * @param scale px of the picture for one px of the chart
 * @throws Error where the browser cannot draw it
 */
export async function pngBlob(svg: string, scale = 2): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * scale;
    canvas.height = image.height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('The browser could not write the picture: the chart may be too large.');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}

function resolveStyle(original: Element, copy: Element, colours: Map<string, string>): void {
  const style = getComputedStyle(original);
  for (const property of PROPERTIES) {
    const value = style.getPropertyValue(property);
    if (value !== '') copy.setAttribute(property, isColour(property) ? plainColour(value, colours) : value);
  }
  // What only the page needs: links would point nowhere, classes and tooltips say nothing outside of it.
  for (const name of ['class', 'style', 'tabindex', 'href', 'data-note', 'data-row']) copy.removeAttribute(name);
}

const isColour = (property: string): boolean => property === 'fill' || property === 'stroke';

function named(tag: 'title' | 'desc', text: string): Element {
  const element = document.createElementNS(NAMESPACE, tag);
  element.textContent = text;
  return element;
}

/** Any CSS colour as rgb(), which programs beside browsers know: the page's are in oklch. */
function plainColour(colour: string, known: Map<string, string>): string {
  const seen = known.get(colour);
  if (seen !== undefined) return seen;
  const plain = colour === 'none' ? 'none' : drawnColour(colour);
  known.set(colour, plain);
  return plain;
}

function drawnColour(colour: string): string {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (context === null) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
}
