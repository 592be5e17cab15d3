/** The types that hold a PNG, by its size in pixels; those of high-density screens share a size with an ordinary one. */
const types = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
]);

/** The sizes that an icon for macOS is made of, in pixels. */
export const icnsSizes = [...new Set(types.map(([, size]) => size))];

/** @param {string} type @param {Buffer} body */
function chunk(type, body) {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

/**
 * A macOS icon. Source of the types: "Apple Icon Image format".
 * @param {readonly { readonly size: number, readonly png: Buffer }[]} pictures of `icnsSizes`
 * @returns {Buffer} the file
 */
export function icns(pictures) {
  const pngs = new Map(pictures.map(({ size, png }) => [size, png]));
  const chunks = types.flatMap(([type, size]) => {
    const png = pngs.get(size);
    return png ? [chunk(type, png)] : [];
  });
  return chunk('icns', Buffer.concat(chunks));
}
