/** Token counts in few characters: 128K in every language, since that is how windows are named everywhere. */
export const compactTokens = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
