/** A chat as it stands: what was acknowledged of it, or what can be read of it. */
export interface ChatNow {
  readonly title: string;
  /** The texts of its path. */
  readonly texts: readonly string[];
  readonly draft: string;
  readonly place: 'list' | 'trash' | 'gone';
}
