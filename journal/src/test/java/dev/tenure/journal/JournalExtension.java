package dev.tenure.journal;

import dev.tenure.database.Database;
import dev.tenure.journal.store.JournalSchema;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the journal's beans, on a real PostgreSQL shared by all tests, to tests that ask. */
public final class JournalExtension implements ParameterResolver {

  /** The database and the beans, closed after the last test. */
  public record Running(Database database, ApplicationContext beans) implements AutoCloseable {

    public static Running start() {
      Database database = Database.start();
      ApplicationContext beans = beans(database);
      if (!beans.getBean(JournalSchema.class).awaitReady(Duration.ofMinutes(1))) {
        throw new IllegalStateException("no tables within a minute");
      }
      return new Running(database, beans);
    }

    public static ApplicationContext beans(Database database) {
      return ApplicationContext.run(
          Map.of(
              "tenure.jdbc.url", database.jdbcUrl(),
              "tenure.jdbc.user", database.user(),
              "tenure.jdbc.password", database.password()));
    }

    @Override
    public void close() {
      beans.close();
      database.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == ApplicationContext.class
        || type == Database.class
        || type.getPackageName().startsWith(JournalExtension.class.getPackageName() + ".");
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Running running =
        context
            .getRoot()
            .getStore(Namespace.create(JournalExtension.class))
            .getOrComputeIfAbsent(Running.class, type -> Running.start(), Running.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == Database.class) {
      return running.database();
    }
    return type == ApplicationContext.class ? running.beans() : running.beans().getBean(type);
  }
}
