/** Made-up backups of other apps, in the shapes that they have. */

/** A Chatbox backup with a fork and an earlier thread. */
export const chatboxBackup = () => ({
  settings: { theme: 1 },
  'chat-sessions-list': [{ id: 's1', name: 'Recipes' }],
  'session:s1': {
    id: 's1',
    name: 'Recipes',
    type: 'chat',
    settings: { provider: 'openai', modelId: 'gpt-4o' },
    messages: [
      {
        id: 'm0',
        role: 'system',
        contentParts: [{ type: 'text', text: 'Be brief.' }],
        timestamp: 1_710_000_000_000,
      },
      {
        id: 'm1',
        role: 'user',
        contentParts: [{ type: 'text', text: 'Bread?' }],
        timestamp: 1_710_000_001_000,
      },
      {
        id: 'm2',
        role: 'assistant',
        model: 'GPT-4o',
        contentParts: [
          { type: 'reasoning', text: 'Flour first.' },
          { type: 'text', text: 'Flour and water.' },
          { type: 'image', storageKey: 'picture:1' },
        ],
        timestamp: 1_710_000_002_000,
      },
    ],
    messageForksHash: {
      m1: {
        position: 1,
        createdAt: 1_710_000_000_500,
        lists: [
          {
            id: 'l0',
            messages: [{ id: 'm2b', role: 'assistant', content: 'Rye.', timestamp: 1_710_000_001_500 }],
          },
          { id: 'l1', messages: [] },
        ],
      },
    },
    threads: [
      {
        id: 't1',
        name: 'Soup',
        createdAt: 1_709_000_000_000,
        messages: [{ id: 'x1', role: 'user', content: 'Soup?', timestamp: 1_709_000_000_000 }],
      },
    ],
  },
});

/** A Cherry Studio backup in which two models answered one question, the second was chosen. */
export const cherryBackup = () => ({
  time: 1_720_000_000_000,
  version: 5,
  localStorage: {
    'persist:cherry-studio': JSON.stringify({
      assistants: JSON.stringify({
        defaultAssistant: { id: 'default', name: 'Default', prompt: '', topics: [] },
        assistants: [
          {
            id: 'as1',
            name: 'Poet',
            prompt: 'Rhyme.',
            topics: [
              {
                id: 'tp1',
                name: 'Verses',
                createdAt: '2024-06-01T10:00:00.000Z',
                updatedAt: '2024-06-02T10:00:00.000Z',
              },
            ],
          },
        ],
      }),
    }),
  },
  indexedDB: {
    files: [{ id: 'img1', name: 'img1.png', origin_name: 'sea.png', ext: '.png', type: 'image' }],
    topics: [
      {
        id: 'tp1',
        messages: [
          { id: 'u1', role: 'user', createdAt: '2024-06-01T10:00:01.000Z', blocks: ['b1', 'b6'] },
          {
            id: 'r1',
            role: 'assistant',
            askId: 'u1',
            createdAt: '2024-06-01T10:00:02.000Z',
            model: { id: 'gpt-4o' },
            blocks: ['b2'],
          },
          {
            id: 'r2',
            role: 'assistant',
            askId: 'u1',
            foldSelected: true,
            createdAt: '2024-06-01T10:00:02.500Z',
            model: { id: 'deepseek-chat' },
            blocks: ['b3', 'b4'],
          },
          { id: 'u2', role: 'user', createdAt: '2024-06-01T10:00:03.000Z', blocks: ['b5'] },
        ],
      },
    ],
    message_blocks: [
      { id: 'b1', messageId: 'u1', type: 'main_text', content: 'The sea?' },
      { id: 'b2', messageId: 'r1', type: 'main_text', content: 'Blue and free.' },
      { id: 'b3', messageId: 'r2', type: 'thinking', content: 'Rhymes with tree.' },
      { id: 'b4', messageId: 'r2', type: 'main_text', content: 'Deep as can be.' },
      { id: 'b5', messageId: 'u2', type: 'main_text', content: 'More.' },
      { id: 'b6', messageId: 'u1', type: 'image', file: { id: 'img1', origin_name: 'sea.png' } },
    ],
  },
});

/** A NextChat backup. */
export const nextChatBackup = () => ({
  'chat-next-web-store': {
    currentSessionIndex: 0,
    sessions: [
      {
        id: 'n1',
        topic: 'Trains',
        memoryPrompt: '',
        lastUpdate: 1_715_000_009_000,
        mask: {
          context: [{ id: 'c1', role: 'system', content: 'You know timetables.' }],
          modelConfig: { model: 'gpt-4o-mini' },
        },
        messages: [
          { id: 'k1', date: '5/6/2024, 12:00:00 PM', role: 'user', content: 'When?' },
          {
            id: 'k2',
            date: '5/6/2024, 12:00:05 PM',
            role: 'assistant',
            content: 'At noon.',
            model: 'gpt-4o-mini',
          },
        ],
      },
    ],
  },
});
