/**
 * The address of an SVG as a picture. As the source of an image it is a document on its own, in which no script runs, nothing
 * is loaded from anywhere and nothing can be clicked (https://www.w3.org/TR/SVG2/conform.html#secure-static-mode).
 */
export const pictureAddress = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
