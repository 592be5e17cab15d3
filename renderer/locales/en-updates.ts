/** Strings about new versions. */
export const enUpdates = {
  updates: {
    title: 'Updates',
    current: 'This is Parlance {{version}}.',
    upToDate: 'It is the newest version. Asked {{time}}.',
    never:
      'This copy does not look for new versions: it runs from source, or was built without an address to ask.',
    checking: 'Asking for a newer version…',
    found: 'Parlance {{version}} is available.',
    downloading: 'Downloading Parlance {{version}}…',
    ready: 'Parlance {{version}} is downloaded and checked.',
    installing: 'Installing Parlance {{version}}…',
    progress: 'Download',
    whatIsNew: 'What is new',
    check: 'Check now',
    download: 'Download',
    cancelDownload: 'Cancel download',
    install: 'Restart and update',
    openPage: 'Open download page',
    restartHint:
      'A snapshot of the history is made first. Replies that are streaming are kept as far as they came.',
    passwordHint: 'The system asks for the administrator’s password.',
    byHand:
      'This copy was not installed in a way that lets it replace itself: download the new package and install it over this one.',
    quiet: 'Look for new versions',
    quietOn: 'Automatically',
    quietOff: 'Only when asked',
    quietHint: 'Nothing is downloaded or installed by itself, and nothing about this computer is sent.',
    channel: 'Versions',
    stable: 'Releases',
    beta: 'Releases and beta versions',
    problem: {
      unreachable: 'There was no usable answer. Check the connection and the proxy, or try again later.',
      damaged: 'The download was not what was announced and was thrown away. This version stays as it is.',
      diskFull: 'There is not enough space on the disk for the download.',
      noSnapshot:
        'No snapshot of the history could be made, so nothing was installed. Is there space on the disk?',
      notInstalled: 'The system did not let the new version be installed. This version stays as it is.',
    },
    foundNotice: 'Parlance {{version}} is available.',
    readyNotice: 'Parlance {{version}} is ready to be installed.',
    show: 'Show',
  },
};
