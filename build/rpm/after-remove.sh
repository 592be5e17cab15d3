#!/bin/bash
# In place of electron-builder's own script, which is made for debs: rpm runs that of the old package after the new one is
# installed, and the command of the new one would be gone (electron-builder#7326).

# How many versions are installed now; an upgrade leaves one.
[ "$1" = 0 ] || exit 0

if type update-alternatives >/dev/null 2>&1; then
    # Fedora's has forgotten it already, since the file is gone (electron-builder#8911).
    update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}' >/dev/null 2>&1
fi
rm -f '/usr/bin/${executable}'

PROFILE='/etc/apparmor.d/${executable}'
if [ -f "$PROFILE" ]; then
    # Unloaded before it is deleted: else it would hold until the next start of the system.
    if apparmor_status --enabled >/dev/null 2>&1; then
        apparmor_parser --remove "$PROFILE" || true
    fi
    rm -f "$PROFILE"
fi
exit 0
