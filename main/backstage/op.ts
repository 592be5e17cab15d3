/** What one operation of backstage takes and what it answers with. */
export interface Op<Input, Output> {
  readonly input: Input;
  readonly output: Output;
}
