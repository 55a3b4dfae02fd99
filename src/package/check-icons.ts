import { readPng } from './read-png.ts';

/**
 * What is wrong with the app's icons: Teams wants a colour icon of 192 × 192 and an outline of 32 × 32 that is white on
 * transparent (Teams platform, concepts/build-and-test/apps-package).
 */
export function checkIcons({ color, outline }: { color: Buffer; outline: Buffer }): string[] {
  return [
    ...checkSize('color.png', color, 192),
    ...checkSize('outline.png', outline, 32),
    ...checkOutline(outline),
  ];
}

function checkSize(name: string, bytes: Buffer, wanted: number): string[] {
  const png = readPng(bytes);
  if (png === undefined) return [`manifest/${name} is no PNG. Save it as one.`];
  const { width, height } = png;
  if (width === wanted && height === wanted) return [];
  return [`manifest/${name} is ${width} × ${height} pixels. Make it ${wanted} × ${wanted}.`];
}

function checkOutline(bytes: Buffer): string[] {
  const png = readPng(bytes);
  if (png === undefined) return [];
  const { pixels } = png;
  if (pixels === undefined) return ['manifest/outline.png has no transparency. Save it as RGBA with 8 bits.'];
  let transparent = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue, alpha] = pixels.subarray(at, at + 4);
    if (alpha === 0) transparent += 1;
    else if (red !== 255 || green !== 255 || blue !== 255)
      return ['manifest/outline.png has another colour than white. Draw it in white on transparent.'];
  }
  if (transparent > 0 && transparent * 4 < pixels.length) return [];
  return ['manifest/outline.png is one area. Draw an outline in white on transparent.'];
}
