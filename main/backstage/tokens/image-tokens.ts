import type { ImagePart } from '../../../preload/contract/parts';
import type { CountingRule, ImageRule } from '../counting-rule';
import type { ContentCount } from './content-tokens';

/** What is counted where a model's own rule is not known: that of gpt-4o, which other makers' servers also quote. */
const ASSUMED_IMAGE_RULE: ImageRule = { kind: 'tiles', base: 85, tile: 170 };

type Size = Pick<ImagePart, 'width' | 'height'>;

const TILE = 512;
const LONGEST_SIDE = 2048;
const SHORTEST_SIDE = 768;
const PATCH = 32;
const MAX_PATCHES = 1536;
/** An image of low detail is looked at as one of this size. */
const LOW_SIDE = 512;

const scaled = ({ width, height }: Size, by: number): Size => ({ width: width * by, height: height * by });

const fitInto = (size: Size, side: number): Size =>
  scaled(size, Math.min(1, side / Math.max(size.width, size.height)));

const squares = ({ width, height }: Size, side: number): number =>
  Math.ceil(width / side) * Math.ceil(height / side);

/** Into a square of 2048, then to a shortest side of 768; never made larger. */
const tilesOf = (size: Size): number => {
  const inside = fitInto(size, LONGEST_SIDE);
  const by = Math.min(1, SHORTEST_SIDE / Math.min(inside.width, inside.height));
  // Whole pixels: 768.0000001 would make another row of tiles.
  const { width, height } = scaled(inside, by);
  return squares({ width: Math.round(width), height: Math.round(height) }, TILE);
};

/** Where the image has more patches than are looked at, it is scaled so that whole patches fill one of its sides. */
const patchesOf = (size: Size): number => {
  const patches = squares(size, PATCH);
  if (patches <= MAX_PATCHES) return patches;
  const shrink = Math.sqrt((PATCH * PATCH * MAX_PATCHES) / (size.width * size.height));
  const { width, height } = scaled(size, shrink / PATCH);
  const toWhole = Math.min(Math.floor(width) / width, Math.floor(height) / height);
  const columns = Math.ceil(width * toWhole - 1e-9);
  const rows = Math.ceil(height * toWhole - 1e-9);
  return Math.min(columns * rows, MAX_PATCHES);
};

/**
 * Tokens of one image. `auto` counts as `high`: the model may look as closely as that.
 * Billed counts of some newer models are lower than the guide's multipliers make them.
 */
export const imageTokens = (
  rule: ImageRule,
  { width, height, detail }: Pick<ImagePart, 'width' | 'height' | 'detail'>,
): number => {
  const size = { width, height };
  if (rule.kind === 'tiles') return rule.base + (detail === 'low' ? 0 : rule.tile * tilesOf(size));
  const patches = patchesOf(detail === 'low' ? fitInto(size, LOW_SIDE) : size);
  return Math.ceil(patches * rule.multiplier);
};

/** Tokens of images under a model's rule; not exact where that is not known. */
export const countImages = (
  { images: rule }: Pick<CountingRule, 'images'>,
  images: readonly ImagePart[],
): ContentCount => ({
  tokens: images.reduce((sum, image) => sum + imageTokens(rule ?? ASSUMED_IMAGE_RULE, image), 0),
  exact: images.length === 0 || rule !== undefined,
});

/** What of those tokens fills the context window. */
export const imagesInWindow = (
  { images: rule }: Pick<CountingRule, 'images'>,
  images: readonly ImagePart[],
): number => {
  const inWindow = rule?.kind === 'tiles' ? rule.inWindow : undefined;
  const narrow = inWindow === undefined ? rule : { kind: 'tiles' as const, ...inWindow };
  return countImages(narrow === undefined ? {} : { images: narrow }, images).tokens;
};
