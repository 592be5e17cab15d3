declare module '*.png?inline' {
  /** The picture as a data URL. */
  const dataUrl: string;
  export default dataUrl;
}
