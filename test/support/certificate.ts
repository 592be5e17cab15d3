import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A key and its certificate, which nobody vouches for. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for these names and for 127.0.0.1. */
export const makeCertificate = async (...names: readonly string[]): Promise<Certificate> => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: names[0] ?? '127.0.0.1' }], {
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [{ type: 7, ip: '127.0.0.1' }, ...names.map((value) => ({ type: 2 as const, value }))],
      },
    ],
  });
  return { key, cert };
};

/** Chromium's switch that trusts just this certificate, as if an authority had issued it. */
export const trusting = ({ cert }: Certificate): string => {
  const der = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(der).digest('base64')}`;
};
