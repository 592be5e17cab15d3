/** For every error code: what happened (`what`) and what helps (`fix`). */
export const enErrors = {
  request: {
    unknownRoute: { what: 'Parlance asked itself for something it does not know.', fix: 'Restart Parlance.' },
    forbidden: { what: 'Parlance refused this request.', fix: 'Restart Parlance.' },
    invalid: { what: 'Something entered here cannot be used.', fix: 'Check the values and try again.' },
  },
  internal: {
    what: 'Something unexpected went wrong in Parlance.',
    fix: 'Try again. If it stays, restart Parlance.',
  },
  history: {
    unavailable: { what: 'The history is not ready yet.', fix: 'Wait a moment and try again.' },
    locked: { what: 'The history is locked.', fix: 'Enter your passphrase to open it.' },
    readOnly: { what: 'The history can only be read now.', fix: 'Free some disk space or update Parlance.' },
    diskFull: {
      what: 'The disk is full, so nothing can be saved.',
      fix: 'Free some space. What you see here is kept.',
    },
    damaged: {
      what: 'The history file cannot be read.',
      fix: 'Nothing was deleted. You can set it aside and start new.',
    },
    notFound: { what: 'This chat or message is no longer there.', fix: 'Choose another chat.' },
  },
  vault: {
    wrongPassphrase: { what: 'This is not the right passphrase.', fix: 'Try again. Capital letters matter.' },
    weakPassphrase: {
      what: 'This passphrase is too easy to guess.',
      fix: 'Use a longer one, for example four words.',
    },
    wrongRecoveryKey: {
      what: 'This is not the right recovery key.',
      fix: 'Compare it with what you wrote down.',
    },
    failed: {
      what: 'Your keys could not be read or saved.',
      fix: 'Unlock your system keychain and try again.',
    },
  },
  settings: {
    notSaved: {
      what: 'The settings could not be saved.',
      fix: 'Check the disk space and the folder’s permissions.',
    },
    unknownFile: {
      what: 'This is not a file of Parlance settings.',
      fix: 'Choose a file that “Export settings…” wrote. Chats are imported with “Import…”.',
    },
    newerFile: {
      what: 'A newer version of Parlance wrote this file of settings.',
      fix: 'Update Parlance, then import it again. Nothing was changed.',
    },
  },
  spelling: {
    notLoaded: {
      what: 'The dictionary could not be loaded.',
      fix: 'Check the connection and the proxy in Settings, and try again.',
    },
  },
  endpoint: {
    invalidUrl: {
      what: 'This base URL cannot be used.',
      fix: 'Enter a full address that begins with https:// or http://, for example https://api.openai.com/v1.',
    },
    invalidKey: {
      what: 'This API key cannot be used.',
      fix: 'Paste the key once more, without spaces or line breaks.',
    },
    notFound: { what: 'This endpoint no longer exists.', fix: 'Choose another one in Settings.' },
    none: { what: 'No endpoint is chosen yet.', fix: 'Enter an API key, or try the demo.' },
  },
  network: {
    invalidProxy: {
      what: 'This proxy cannot be used.',
      fix: 'A complete one looks like http://proxy.example.com:8080.',
    },
  },
  attachment: {
    refused: { what: 'The file could not be attached.', fix: 'Choose another file.' },
  },
  image: {
    notLoaded: {
      what: 'The image could not be loaded.',
      fix: 'Its server may be out of reach or no longer have it. Try again, or open it in the browser.',
    },
  },
  chat: {
    busy: { what: 'A reply is still being written in this chat.', fix: 'Wait for it, or stop it first.' },
    emptyMessage: { what: 'There is nothing to send.', fix: 'Type a message first.' },
    contextTooLong: {
      what: 'This message does not fit into the model’s context.',
      fix: 'Shorten it, or choose a model with a larger context window.',
    },
    noImages: {
      what: 'The question holds an image, and the model takes none.',
      fix: 'Choose another model, or edit the message and remove its images.',
    },
    openCall: {
      what: 'A reply above calls a function and has no result for it, which the API refuses.',
      fix: 'Enter the result below that reply, or delete the reply.',
    },
    strayResult: {
      what: 'A tool message above answers no call of the reply before it, which the API refuses.',
      fix: 'Delete the tool message, or move it back below its call.',
    },
    wouldLeaveOut: {
      what: 'Nothing was sent: the chat is too long for the model’s context.',
      fix: 'The chat is set to ask before it leaves messages out.',
    },
    spendingLimit: {
      what: 'Nothing was sent: this request could pass the monthly limit.',
      fix: 'Lower “Max tokens” or the number of answers, choose a cheaper model, or raise the limit in Settings.',
    },
  },
  api: {
    unauthorized: { what: 'The server did not accept the API key.', fix: 'Check the key in Settings.' },
    forbidden: {
      what: 'This key is not allowed to do that.',
      fix: 'Check the key’s permissions, or whether the service is offered in your region.',
    },
    modelNotFound: {
      what: 'The server does not have this model, or your key may not use it.',
      fix: 'Choose another model.',
    },
    notFound: {
      what: 'There is no such address on the server.',
      fix: 'Check the base URL in Settings: it often ends in /v1.',
    },
    contextLength: {
      what: 'The conversation is longer than the model can read.',
      fix: 'Shorten it, lower Max tokens, or choose a model with a larger context window.',
    },
    unsupportedParameter: {
      what: 'The model does not take one of the generation settings.',
      fix: 'Empty that setting and try again.',
    },
    badRequest: {
      what: 'The server could not use the request.',
      fix: 'Check the generation settings and the model.',
    },
    rateLimited: { what: 'Too many requests in a short time.', fix: 'Wait a little and try again.' },
    quota: { what: 'The account has no credit left.', fix: 'Check plan and billing with your provider.' },
    server: { what: 'The server had a problem of its own.', fix: 'Try again in a moment.' },
    timeout: {
      what: 'The server took too long to answer.',
      fix: 'Try again, or allow more time in Settings.',
    },
    slept: {
      what: 'The computer was asleep, and the connection did not outlive it.',
      fix: 'Continue the reply, or ask again.',
    },
    silence: {
      what: 'The server stopped sending.',
      fix: 'Try again, or allow a longer silence in Settings.',
    },
    dns: {
      what: 'The server’s name could not be found.',
      fix: 'Check the base URL and your internet connection.',
    },
    tls: {
      what: 'No secure connection could be made.',
      fix: 'The server’s certificate is not trusted. Check the base URL, your clock, and any proxy that opens secure connections.',
    },
    proxy: { what: 'The proxy could not be used.', fix: 'Check the proxy in Settings, under Network.' },
    refused: {
      what: 'Nothing answers at this address.',
      fix: 'Check that the server runs and that the base URL’s port is right.',
    },
    offline: {
      what: 'This computer is offline.',
      fix: 'Connect to the internet. Your chats can still be read.',
    },
    network: { what: 'The connection failed.', fix: 'Check your internet connection and try again.' },
    cut: {
      what: 'The connection broke before the reply was complete.',
      fix: 'What arrived is kept. Continue or regenerate it.',
    },
    malformed: {
      what: 'The server sent something that is not a reply.',
      fix: 'Check that the base URL belongs to an OpenAI-compatible API.',
    },
    tooLong: {
      what: 'The reply is longer than Parlance accepts.',
      fix: 'What arrived is kept. Lower Max tokens and try again.',
    },
  },
};

/** What helps where main says why: takes the place of the error's own `fix`. */
export const enReasons = {
  proxyNotUrl: 'A complete one looks like http://proxy.example.com:8080.',
  proxyScheme:
    'It can begin with http://, https://, socks5:// or socks4://; a PAC file with pac+https:// or file://.',
  proxyPath: 'A proxy’s address ends with its port. Only a PAC file goes on after it.',
  proxyUnreachable:
    'Nothing answers there: check the proxy’s address and port in Settings, and that it is running.',
  proxyWantsPassword: 'It asks for a name and a password: enter them in Settings, under Network.',
  proxyRefusesPassword: 'It refuses the name or the password: enter them again in Settings, under Network.',
  proxyNoTunnel:
    'It is there but does not lead to this server: check the base URL, or ask whoever runs the proxy whether it allows this server.',
  proxySocks:
    'It does not answer as a SOCKS proxy that lets in who is unknown: check its address and kind, and enter name and password if it wants them.',
  proxyPac: 'The PAC file cannot be loaded, or is none: check its address. Nothing is sent past it.',
  proxyCertificate:
    'The proxy’s own certificate is not trusted: check its address, or add the authority that issued it to those that the operating system trusts.',
  tlsUnknownAuthority:
    'The server’s certificate comes from an authority that this computer does not trust. If it is your own or your company’s, add that authority to those that the operating system trusts.',
  tlsDate: 'The server’s certificate is not valid today: check the date and time of this computer.',
  tlsName: 'The server’s certificate was issued for another name: check the base URL.',
  notHttps: 'This address does not speak https. Check the port, or begin the base URL with http://.',
  urlEmpty: 'Enter an address, for example https://api.openai.com/v1.',
  urlNotUrl: 'It is not a web address. A complete one looks like https://api.openai.com/v1.',
  urlScheme: 'It must begin with https:// or http://.',
  urlCredentials: 'Take user name and password out of it; a key goes into the field below.',
  urlQuery: 'Take everything from the “?” or “#” on out of it.',
  apiVersion: 'Enter the API version as a date, for example 2024-10-21.',
  keyEmpty: 'Enter the key.',
  keyTooLong: 'It is too long to be a key: check what was pasted.',
  keyCharacters: 'It may hold no spaces, line breaks or letters of other scripts: paste it once more.',
  keyEnvironment:
    'OPENAI_API_KEY in the environment holds what no key can hold, such as spaces or letters of other scripts. Correct it and start Parlance again, or save a key in Settings.',
  imageKind: 'What came is no PNG, JPEG, GIF or WebP image. A browser may be able to show it.',
  imageSize: 'It is larger than 20 MB. A browser may be able to show it.',
  newer: 'A newer version of Parlance wrote the file: update Parlance.',
  diskFull: 'The disk is full: free some space and try again.',
  notAllowed: 'Parlance may not write to its folder: check the folder’s permissions.',
  notWritable: 'The disk can only be read: check how it is mounted.',
};
