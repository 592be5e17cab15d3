/** One frozen step of the schema. It is SQL alone, so that no later change of the app can change what it did. */
export interface Migration {
  /** The `user_version` that it leads to: 1, 2, 3 …, each greater than the one before. */
  readonly version: number;
  readonly sql: string;
}
