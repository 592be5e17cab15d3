/** The shape of a locale: the same keys at every depth, a string at every leaf. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };
