/** The first `length` code units of a text in which every place is told apart. */
export const replyText = (length: number): string => {
  let text = '';
  for (let word = 0; text.length < length; word += 1) text += `word ${word} 😀 `;
  return text.slice(0, length);
};
