declare module '*.png?inline' {
  /** The picture as a data URL. */
  const dataUrl: string;
  // biome-ignore lint/style/noDefaultExport: the shape that Vite gives it
  export default dataUrl;
}
