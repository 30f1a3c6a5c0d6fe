package dev.tenure.database.cluster;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may do what in the cluster: {@code postgres} is the superuser, as whom nobody can log in;
 * {@code tenure} owns the database {@code tenure} and nothing else.
 *
 * <p>Everything here is said to a server in single-user mode: no password is needed for it, and
 * none travels in a command line. Saying it again changes nothing but the password.
 */
final class Roles {
  static final String SUPERUSER = "postgres";
  static final String APPLICATION = "tenure";

  /** OID of the role that made the cluster; it is a superuser for ever. */
  private static final int BOOTSTRAP = 10;

  private Roles() {}

  /** The application's database as well, which is made for it. */
  static List<String> inANewCluster(String password) {
    return Stream.concat(
            Stream.of("create database %s;\n".formatted(Cluster.NAME)),
            inTheCluster(password).stream())
        .toList();
  }

  /**
   * Once the application was that superuser itself, with a password that everybody knew. A role
   * cannot rename itself, so another one does it.
   */
  static List<String> inTheCluster(String password) {
    return List.of(
        """
        do $$ begin
          if exists (select from pg_roles where oid = %d and rolname = '%s') then
            create role tenure_migration superuser;
            set session authorization tenure_migration;
            alter role %s rename to %s;
            set session authorization %s;
          end if;
          alter role %s password null;
          if not exists (select from pg_roles where rolname = '%s') then
            create role %s;
          end if;
        end $$;
        """
            .formatted(
                BOOTSTRAP,
                APPLICATION,
                APPLICATION,
                SUPERUSER,
                SUPERUSER,
                SUPERUSER,
                APPLICATION,
                APPLICATION),
        "drop role if exists tenure_migration;\n",
        """
        alter role %s with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
          password '%s';
        """
            .formatted(APPLICATION, password),
        "alter database %s owner to %s;\n".formatted(Cluster.NAME, APPLICATION));
  }

  /** What the superuser made in the application's database becomes the application's. */
  static List<String> inTheDatabase() {
    return List.of(
        """
        do $$ declare it record; begin
          for it in select oid::regnamespace as name from pg_namespace
            where nspowner = %1$d and nspname <> 'information_schema' and nspname not like 'pg\\_%%'
          loop
            execute format('alter schema %%s owner to %2$s', it.name);
          end loop;
          for it in select c.oid::regclass as name from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relowner = %1$d and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
              and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%%'
              and not exists (select from pg_depend d where d.objid = c.oid
                and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and c.relkind = 'S')
          loop
            execute format('alter table %%s owner to %2$s', it.name);
          end loop;
          for it in select p.oid::regprocedure as name from pg_proc p
            join pg_namespace n on n.oid = p.pronamespace
            where p.proowner = %1$d
              and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%%'
          loop
            execute format('alter routine %%s owner to %2$s', it.name);
          end loop;
        end $$;
        """
            .formatted(BOOTSTRAP, APPLICATION));
  }
}
