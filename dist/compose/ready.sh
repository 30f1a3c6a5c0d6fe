#!/bin/bash
# Exit 0 when the role on a port of this container says that it is ready, or another path answers 200. Needs nothing
# but bash: ready.sh PORT [PATH]
set -euo pipefail

exec 3<>"/dev/tcp/127.0.0.1/$1"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${2:-/health/readiness}" >&3
IFS= read -r -t 4 status <&3
[[ $status == *" 200"* ]]
