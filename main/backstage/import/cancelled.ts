/** Thrown inside a transfer that the person has cancelled. */
export class Cancelled extends Error {}
