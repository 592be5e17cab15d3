/** Strings of the settings that only models of the legacy Completions endpoint have. */
export const enLegacy = {
  legacy: {
    title: 'Transcript to prompt',
    hint: 'This model knows no messages: it goes on with one text, which is made of the chat.',
    format: 'Prompt format',
    kind: { dialogue: 'Dialogue', plain: 'Plain text', custom: 'Custom' },
    kindHint: {
      dialogue: 'Each message after the name of who speaks; the model writes the assistant’s next one.',
      plain: 'The texts alone, one after the other: the prompt is what is typed.',
      custom: 'Each message through its role’s template, where {{place}} stands for its text.',
    },
    part: {
      system: 'System template',
      user: 'User template',
      assistant: 'Assistant template',
      ending: 'Ending',
    },
    noText: '{{place}} must stand here exactly once.',
    partTooLong: 'At most 2,000 characters.',
    showPrompt: 'Show prompt',
    hidePrompt: 'Hide prompt',
    prompt: 'Prompt',
    promptUnknown: 'The prompt is not known yet.',
    promptCut_one: '{{characters}} character before this is not shown.',
    promptCut_other: '{{characters}} characters before this are not shown.',
    maxTokensHint: 'Left empty, the reply ends after 16 tokens.',
    stopHint: 'Without the stop sequence “{{stop}}” the model may write your part too.',
    addStop: 'Add “{{stop}}”',
    suffix: 'Suffix',
    suffixHint: 'What comes after the reply; the model fills in what is between.',
    echoHint: 'The reply begins with the prompt, and is sent again with it.',
    bestOfHint: 'So many replies are made and paid for; the best come back.',
    bestOfWhole:
      'The best of several is known only at the end, so the reply does not stream. All are paid for.',
  },
};
