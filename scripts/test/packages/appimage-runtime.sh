#!/bin/sh
# Stands in for the AppImage runtime, which electron-builder downloads from where a machine without a network cannot: unpacks
# the file that it is the beginning of (the rest begins at byte 4096) and runs what is in it. For tests only.
self=$(readlink -f "$0")
folder=$(mktemp -d "${TMPDIR:-/tmp}/.mount_XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
unsquashfs -q -n -f -o 4096 -d "$folder" "$self" >/dev/null 2>&1 || { echo "cannot unpack $self" >&2; exit 127; }
APPIMAGE=$self APPDIR=$folder ARGV0=$0 OWD=$PWD
export APPIMAGE APPDIR ARGV0 OWD
"$folder/AppRun" "$@"
