/** What the frame is asked to draw. */
export interface DrawQuestion {
  /** Source of a diagram in Mermaid's language. */
  readonly source: string;
  readonly dark: boolean;
}

/** An SVG that can stand alone; or why the source cannot be drawn, in Mermaid's words. */
export type DrawAnswer = { readonly svg: string } | { readonly problem: string };
