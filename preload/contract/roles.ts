/** Who may speak, as the API names them, in the order they are offered. */
export const roles = ['user', 'assistant', 'system', 'developer'] as const;

/** Who may speak in a message that a person writes. */
export type WrittenRole = (typeof roles)[number];
