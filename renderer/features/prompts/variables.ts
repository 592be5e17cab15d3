/** A variable of a prompt: `{{name}}` or `{{name=default}}`. */
export interface PromptVariable {
  readonly name: string;
  /** Empty where the prompt gives none. */
  readonly initial: string;
}

/** Longest name of a variable, in UTF-16 code units. */
const MAX_NAME = 80;

/**
 * No braces or line breaks in the name, no double braces in the default: so a text is read in linear time. A backslash
 * before it leaves the braces as they are.
 */
const VARIABLE = /(\\?)\{\{([^{}=\n]+)(?:=((?:(?!\}\}|\{\{).)*))?\}\}/gs;

interface Found {
  readonly name: string;
  readonly initial: string;
  readonly isEscaped: boolean;
}

const read = (backslash: string, name: string, initial: string | undefined): Found | null => {
  const trimmed = name.trim();
  if (trimmed === '' || trimmed.length > MAX_NAME) return null;
  return { name: trimmed, initial: initial ?? '', isEscaped: backslash !== '' };
};

/** The variables of a prompt, each once, in the order they come; the first default counts. */
export const variablesOf = (text: string): readonly PromptVariable[] => {
  const variables = new Map<string, string>();
  for (const [, backslash = '', name = '', initial] of text.matchAll(VARIABLE)) {
    const found = read(backslash, name, initial);
    if (found === null || found.isEscaped) continue;
    variables.set(found.name, variables.get(found.name) || found.initial);
  }
  return [...variables].map(([name, initial]) => ({ name, initial }));
};

/** The prompt with values in place of its variables, by name. A value is put in as it is: braces in it mean nothing. */
export const fillVariables = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(VARIABLE, (whole, backslash: string, name: string, initial: string | undefined) => {
    const found = read(backslash, name, initial);
    if (found === null) return whole;
    return found.isEscaped ? whole.slice(1) : (values.get(found.name) ?? found.initial);
  });
