#!/bin/bash
# Runs once, when PostgreSQL makes its data: one role and one owner for each of the two users.
set -euo pipefail

psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" <<'SQL'
\set tenure `cat /run/secrets/tenure_db_password`
\set temporal `printenv TEMPORAL_DB_PASSWORD`
create role tenure login password :'tenure';
create role temporal login password :'temporal';
create database tenure owner tenure;
create database temporal owner temporal;
create database temporal_visibility owner temporal;
SQL
# The visibility schema of Temporal wants an extension that only a superuser may create.
psql -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d temporal_visibility \
  -c 'create extension if not exists btree_gin'
