import { useEffect, useState } from 'react';
import { type RasterOptions, rasterise } from './rasterise';

/** A drawing as the pixels of an image's `srcSet`; null while it is being drawn, and `failed` where it cannot be. */
type Pixels = string | 'failed' | null;

/** Draws an SVG of somebody else's in a process of its own. Without options it is not drawn, and so null. */
export const usePixels = (svg: string, options: RasterOptions | undefined): Pixels => {
  const [pixels, setPixels] = useState<Pixels>(null);
  useEffect(() => {
    if (options === undefined) return undefined;
    let url: string | null = null;
    const unwanted = new AbortController();
    const draw = async () => {
      const { png, density } = await rasterise(svg, options, unwanted.signal);
      if (unwanted.signal.aborted) return;
      url = URL.createObjectURL(new Blob([png], { type: 'image/png' }));
      setPixels(`${url} ${density}x`);
    };
    draw().catch(() => unwanted.signal.aborted || setPixels('failed'));
    return () => {
      unwanted.abort();
      setPixels(null);
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [svg, options]);
  return pixels;
};
