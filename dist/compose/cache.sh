#!/bin/bash
# Starts api and worker with nobody around them and lets each end. Java keeps the classes that it has loaded in a
# cache (AOT), from which the roles of this image start. It belongs to these very files and this very Java.
set -euo pipefail

within=180

get() { ./ready.sh 8800 "$1" 2>/dev/null; }
started_from() { # CACHE ROLE
  [ -s "$1" ] || { echo "$2 left no cache" >&2; exit 1; }
  sed -i "1i -XX:AOTCache=$1" "roles/$2.args"
}

java -XX:AOTCacheOutput=worker.aot @roles/worker.args rehearse
started_from worker.aot worker

TENURE_JDBC_URL=jdbc:postgresql://127.0.0.1:1/none TEMPORAL_ADDRESS=127.0.0.1:1 \
  java -XX:AOTCacheOutput=api.aot @roles/api.args &
api=$!
until get /health/liveness; do
  [ $((within -= 1)) -gt 0 ] && kill -0 "$api" || { echo "The api did not start." >&2; exit 1; }
  sleep 1
done
# Not all of them are answered by 200 with nobody there; what is loaded for the answer counts.
for path in /health/readiness /prometheus /openapi /v1/hires /hires; do get "$path" || true; done
kill -TERM "$api"
wait "$api" || true
started_from api.aot api
