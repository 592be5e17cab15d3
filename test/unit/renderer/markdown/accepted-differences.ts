/** An example of a specification that is not followed, and why. */
export interface Accepted {
  readonly why: string;
  readonly commonmark: readonly number[];
  readonly gfm: readonly number[];
}

/** All examples that are not followed; numbers as in the specifications. */
export const accepted: readonly Accepted[] = [
  {
    why: 'raw HTML is shown as the text it is',
    commonmark: [
      21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166,
      167, 169, 170, 171, 172, 173, 174, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189,
      190, 191, 308, 309, 344, 475, 476, 477, 491, 524, 536, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629,
      630, 631, 642, 643,
    ],
    gfm: [
      118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 139,
      140, 141, 142, 143, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 288,
      289, 317, 327, 354, 484, 485, 486, 501, 533, 545, 637, 638, 639, 640, 646, 648, 651, 652, 653, 654, 655,
      657, 667, 668,
    ],
  },
  {
    why: 'GFM makes links of bare addresses, CommonMark does not',
    commonmark: [602, 606, 608, 611, 612],
    gfm: [611, 615, 617, 620, 621],
  },
  { why: 'addresses after mailto: and xmpp: are links by themselves', commonmark: [], gfm: [633, 634, 635] },
  { why: 'one tilde is no mark: people write 3~5 for a range', commonmark: [], gfm: [491] },
  { why: 'the name of a language has no entities', commonmark: [34], gfm: [330] },
];
