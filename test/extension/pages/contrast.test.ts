import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../extension/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

/** Colours of a scheme by name; dark only says what differs. */
const colours = (part: string) =>
  Object.fromEntries([...part.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));
const schemes = { light: colours(light), dark: { ...colours(light), ...colours(dark) } };

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const text: [ink: string, ground: string][] = [
  ...[
    'page',
    'panel',
    'raise',
    'hover',
    'accent-wash',
    'good-wash',
    'busy-wash',
    'bad-wash',
  ].flatMap((ground): [string, string][] => [['ink', ground]]),
  ...['page', 'panel', 'raise', 'hover', 'accent-wash'].map((on): [string, string] => [
    'ink-soft',
    on,
  ]),
  ...['page', 'raise', 'accent-wash', 'hover'].map((on): [string, string] => ['accent', on]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ...['good', 'busy', 'bad'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    [tone, 'page'],
    [tone, 'raise'],
    [tone, 'hover'],
  ]),
];

for (const [scheme, colour] of Object.entries(schemes)) {
  test.each(text)(`${scheme}: %s on %s can be read`, (ink, ground) => {
    expect(contrast(colour[ink] ?? '', colour[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test(`${scheme}: borders of what is filled in stand out`, () => {
    expect(contrast(colour['line-strong'] ?? '', colour.raise ?? '')).toBeGreaterThanOrEqual(3);
  });
}
