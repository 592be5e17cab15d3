import * as z from 'zod/mini';
import { boundedText, endpointId } from './bounds';

/** Kinds of servers: they differ in URL layout and in how the key is sent. `demo` is the one inside the app. */
export type EndpointKind = 'openai' | 'compatible' | 'azure' | 'demo';

/** How a secret is kept; see SECURITY.md. `keyfile` is unprotected and for the history key alone. */
export type StorageMethod = 'os' | 'passphrase' | 'session' | 'keyfile' | 'environment';

/** All the page ever learns of a key. */
export interface KeyInfo {
  readonly stored: boolean;
  /** Last four characters, only for keys of at least 12. */
  readonly lastFour: string | null;
  readonly method: StorageMethod | null;
}

/** An endpoint as the page sees it. */
export interface EndpointInfo {
  readonly id: string;
  readonly kind: EndpointKind;
  readonly name: string;
  readonly baseUrl: string;
  /** Azure OpenAI's `api-version`; null elsewhere. */
  readonly apiVersion: string | null;
  readonly key: KeyInfo;
}

/** Input of `endpoint.save`. A key is bound to the origin it was typed for: another origin needs the key again. */
export const endpointInput = z.strictObject({
  /** Null makes a new endpoint. */
  id: z.nullable(endpointId),
  kind: z.enum(['openai', 'compatible', 'azure']),
  baseUrl: boundedText(2000),
  apiVersion: z.nullable(boundedText(40)),
  /** Null keeps the stored key. */
  apiKey: z.nullable(boundedText(4000)),
});

/** Input of `endpoint.save`. */
export type EndpointInput = Readonly<z.infer<typeof endpointInput>>;

/** Outcome of a connection test that reached the server and was let in. */
export interface ConnectionReport {
  readonly modelCount: number;
  readonly milliseconds: number;
}

/** A model server found on this computer's loopback. */
export interface LocalServer {
  readonly name: string;
  readonly baseUrl: string;
  readonly modelCount: number;
}
