#!/bin/sh
# Brings Temporal's two databases to the schema of these tools; without effect when they have it.
set -eu

for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  kind=${pair##*:}
  tool() { temporal-sql-tool --plugin postgres12_pgx --ep postgres -p 5432 -u temporal --db "$database" "$@"; }
  tool setup-schema -v 0.0
  tool update-schema -d "/etc/temporal/schema/postgresql/v12/$kind/versioned"
done
