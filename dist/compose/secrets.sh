#!/bin/sh
# Makes the files of docker-compose.yml's secrets that are not there yet: random passwords and one API key, in a folder
# that only its owner may enter. The containers run as users of their own: the files themselves are readable.
#
#   dist/compose/secrets.sh [FOLDER]     default: secrets beside docker-compose.yml
set -eu

folder=${1:-$(dirname "$0")/../../secrets}
mkdir -p "$folder"
chmod 0700 "$folder"

random() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }
keep() { # NAME CONTENT
  if [ ! -e "$folder/$1" ]; then
    printf '%s\n' "$2" > "$folder/$1"
    echo "Made $folder/$1"
  fi
  chmod 0444 "$folder/$1"
}

keep postgres_password "$(random)"
keep tenure_db_password "$(random)"
# Names and keys of those who may call the api at the start: name:key,name:key
keep tenure_api_keys "admin:$(random)"
if [ ! -s "$folder/ot_api_token" ]; then
  echo "Write the marketplace's token into $folder/ot_api_token (ot_pat_sandbox_owner for the sandbox), readable for all: chmod 0444."
fi
