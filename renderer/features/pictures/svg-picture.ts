/** The longest side of a picture of pixels, in pixels: Chromium's canvases are not larger. */
const LONGEST_SIDE = 8192;
/** Sharp on screens of high density. */
const SCALE = 2;

/**
 * The address of an SVG as a picture. As the source of an image it is a document on its own, in which no script runs, nothing
 * is loaded from anywhere and nothing can be clicked (https://www.w3.org/TR/SVG2/conform.html#secure-static-mode).
 */
export const pictureAddress = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

const loaded = async (svg: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = pictureAddress(svg);
  await image.decode();
  return image;
};

/** An SVG as a PNG on a ground of the given colour. Throws where it is no picture. */
export const pngOf = async (svg: string, ground: string): Promise<Blob> => {
  const image = await loaded(svg);
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
};
