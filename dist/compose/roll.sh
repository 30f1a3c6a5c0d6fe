#!/bin/bash
# Replaces the containers of a service, api or worker, one by one by containers of the image that is there now. Each new
# one is healthy before an old one is stopped, and that one serves and works on until it has drained: roll.sh SERVICE
# Run it where docker-compose.yml is, or set COMPOSE_FILE and what else docker compose goes by.
set -euo pipefail

service=${1:?roll.sh api or roll.sh worker}
old=$(docker compose ps -q "$service")
count=$(wc -w <<< "$old")
[ "$count" -gt 0 ] || { echo "No container of $service runs." >&2; exit 1; }
for container in $old; do
  docker compose up -d --no-deps --no-build --no-recreate --wait --wait-timeout 300 --scale "$service=$((count + 1))" "$service"
  docker stop "$container" > /dev/null
  docker rm "$container" > /dev/null
done
