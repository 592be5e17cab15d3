// Outside Electron the `electron` package answers with the path of its binary, and looks for one (it even downloads it)
// when it is imported, which electron-store does. This is its own way of being told where that would be.
process.env.ELECTRON_OVERRIDE_DIST_PATH ??= 'not-needed';
