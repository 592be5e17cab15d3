import type { ImagePart } from '../../../preload/contract/parts';
import type { CountingRule, ImageRule, PatchLimit } from '../counting-rule';
import type { ContentCount } from './content-tokens';

/** What is counted where a model's own rule is not known: that of gpt-4o, which other makers' servers also quote. */
const ASSUMED_IMAGE_RULE: ImageRule = { kind: 'tiles', base: 85, tile: 170 };

type Size = Pick<ImagePart, 'width' | 'height'>;

const TILE = 512;
const LONGEST_SIDE = 2048;
const SHORTEST_SIDE = 768;
const PATCH = 32;
/** Products that are whole numbers come out a little above them. */
const ALMOST = 1e-9;

const scaled = ({ width, height }: Size, by: number): Size => ({ width: width * by, height: height * by });

const whole = ({ width, height }: Size, round: (side: number) => number): Size => ({
  width: Math.max(1, round(width)),
  height: Math.max(1, round(height)),
});

/** Never made larger. */
const fitInto = (size: Size, side: number): Size =>
  whole(scaled(size, Math.min(1, side / Math.max(size.width, size.height))), Math.round);

const squares = ({ width, height }: Size, side: number): number =>
  Math.ceil(width / side) * Math.ceil(height / side);

/** Into a square of 2048, then to a shortest side of 768, the other one rounded down. */
const tilesOf = (size: Size): number => {
  const inside = fitInto(size, LONGEST_SIDE);
  const by = Math.min(1, SHORTEST_SIDE / Math.min(inside.width, inside.height));
  return squares(
    whole(scaled(inside, by), (side) => Math.floor(side + ALMOST)),
    TILE,
  );
};

/** Where the image has more patches than are looked at, it is scaled so that whole patches fill one of its sides. */
const patchesOf = (size: Size, limit: PatchLimit): number => {
  const inside = fitInto(size, limit.side);
  const patches = squares(inside, PATCH);
  if (limit.patches === null || patches <= limit.patches) return patches;
  const shrink = Math.sqrt((PATCH * PATCH * limit.patches) / (inside.width * inside.height));
  const { width, height } = scaled(inside, shrink / PATCH);
  const toWhole = Math.min(Math.floor(width) / width, Math.floor(height) / height);
  return Math.min(squares(whole(scaled(inside, shrink * toWhole), Math.floor), PATCH), limit.patches);
};

/** Tokens of one image. The guide itself says that what is billed in patches can be one token more or less. */
export const imageTokens = (
  rule: ImageRule,
  { width, height, detail }: Pick<ImagePart, 'width' | 'height' | 'detail'>,
): number => {
  const size = { width, height };
  if (rule.kind === 'tiles') return rule.base + (detail === 'low' ? 0 : rule.tile * tilesOf(size));
  return Math.ceil(patchesOf(size, rule.limits[detail]) * rule.multiplier - ALMOST);
};

type Rule = Pick<CountingRule, 'images' | 'takesImages'>;

/** Those that the model takes. */
export const takenImages = <I>({ takesImages }: Rule, images: readonly I[]): readonly I[] =>
  takesImages === false ? [] : images;

/** Tokens of images under a model's rule; not exact where that is not known. */
export const countImages = (rule: Rule, images: readonly ImagePart[]): ContentCount => {
  const sent = takenImages(rule, images);
  return {
    tokens: sent.reduce((sum, image) => sum + imageTokens(rule.images ?? ASSUMED_IMAGE_RULE, image), 0),
    exact: sent.length === 0 || rule.images !== undefined,
  };
};

/** What of those tokens fills the context window. */
export const imagesInWindow = (rule: Rule, images: readonly ImagePart[]): number => {
  const inWindow = rule.images?.kind === 'tiles' ? rule.images.inWindow : undefined;
  const narrow = inWindow === undefined ? rule : { ...rule, images: { kind: 'tiles' as const, ...inWindow } };
  return countImages(narrow, images).tokens;
};
