/** The spell check, in English. */
export const enSpelling = {
  spelling: {
    title: 'Spell check',
    off: 'Spelling is not checked.',
    on: 'Spelling is checked in:',
    add: 'Dictionary to add',
    choose: 'Choose a language',
    get: 'Download and check',
    turnOn: 'Check spelling',
    getting: 'Getting the dictionary…',
    from: 'A dictionary comes once from {{host}}, where Google keeps those of Chrome. Nothing that is typed leaves this computer.',
    ofSystem:
      'The operating system checks, in its own languages. Nothing that is typed leaves this computer.',
    systemLanguages: 'Languages of the system',
    remove: 'Stop checking {{language}}',
  },
};
