import { net, protocol } from 'electron';
import { FRAME_SCHEME } from '../../preload/contract/frames';
import { fileOfUrl } from './app-file';
import { answerFile } from './file-answer';
import { diagramPolicy, previewPolicy } from './frame-policy';
import { APP_ORIGIN } from './origin';
import type { Previews } from './previews';

/** The host of the document that draws diagrams. */
const DIAGRAMS = 'diagrams';

/* A sandboxed document has no origin, so even its own scripts are another's to it: modules have to be shared with it. */
const SHARED = { 'Access-Control-Allow-Origin': '*' };

/** What the frames are served from. */
export interface FrameSource {
  readonly previews: Previews;
  /** The folder of the built page. */
  readonly root: string;
  /** The page's origin in this run. */
  readonly origin: string;
}

const diagramFile = async ({ root, origin }: FrameSource, { href, pathname, search }: URL) => {
  const headers = { 'Content-Security-Policy': diagramPolicy(origin), ...SHARED };
  if (origin === APP_ORIGIN)
    return answerFile(fileOfUrl(root, href, `${FRAME_SCHEME}://${DIAGRAMS}`), headers);
  const answer = await net.fetch(`${origin}${pathname}${search}`);
  const type = answer.headers.get('Content-Type') ?? 'text/plain';
  return new Response(answer.body, { status: answer.status, headers: { 'Content-Type': type, ...headers } });
};

const previewPage = ({ previews, origin }: FrameSource, id: string): Response => {
  const preview = previews.find(id);
  if (preview === null) return new Response(null, { status: 404 });
  return new Response(preview.html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': previewPolicy(preview.runsScripts, origin),
      'X-Content-Type-Options': 'nosniff',
      'X-DNS-Prefetch-Control': 'off',
      'Referrer-Policy': 'no-referrer',
    },
  });
};

/**
 * Serves the isolated frames: `frame://diagrams/`, which draws diagrams, and `frame://<id>/`, a preview each. Every host is a
 * site, and so a process, of its own; every document has a policy of its own and no origin.
 */
export const serveFrameScheme = (source: FrameSource): void => {
  protocol.handle(FRAME_SCHEME, async ({ url }) => {
    const address = new URL(url);
    return address.host === DIAGRAMS ? diagramFile(source, address) : previewPage(source, address.host);
  });
};
