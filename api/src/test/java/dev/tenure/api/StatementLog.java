package dev.tenure.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A driver that lists what is asked of a database: each statement, in one line, and each commit.
 * What tasks in the background ask is left out.
 */
final class StatementLog implements Driver, AutoCloseable {

  static final String COMMIT = "commit";

  private static final String PREFIX = "jdbc:listed:";
  private static final String BACKGROUND = "scheduled-executor";

  private final List<String> statements = new CopyOnWriteArrayList<>();
  private final Set<String> threads = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Awaited> awaited = new AtomicReference<>();

  private record Awaited(String part, Runnable work) {}

  private StatementLog() {}

  static StatementLog begin() throws SQLException {
    var log = new StatementLog();
    DriverManager.registerDriver(log);
    return log;
  }

  /** The address under which the same database is listed. */
  static String url(String jdbcUrl) {
    return jdbcUrl.replaceFirst("^jdbc:", PREFIX);
  }

  /** Does something once, before the next statement that has this in it is sent. */
  void before(String part, Runnable work) {
    awaited.set(new Awaited(part, work));
  }

  /** What was asked while something was done. */
  List<String> during(Runnable work) {
    statements.clear();
    threads.clear();
    work.run();
    return List.copyOf(statements);
  }

  /** The names of the threads that asked for it. */
  Set<String> threads() {
    return Set.copyOf(threads);
  }

  @Override
  public @Nullable Connection connect(String url, Properties info) throws SQLException {
    return acceptsURL(url)
        ? listed(DriverManager.getConnection(url.replaceFirst(PREFIX, "jdbc:"), info))
        : null;
  }

  private Connection listed(Connection real) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              note(method, arguments);
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void note(Method method, @Nullable Object @Nullable [] arguments) {
    if (Thread.currentThread().getName().startsWith(BACKGROUND)) {
      return;
    }
    threads.add(Thread.currentThread().getName());
    if (method.getName().equals("prepareStatement") && arguments != null) {
      String statement = String.valueOf(arguments[0]).replaceAll("\\s+", " ").strip();
      statements.add(statement);
      Awaited next = awaited.get();
      if (next != null && statement.contains(next.part) && awaited.compareAndSet(next, null)) {
        next.work.run();
      }
    } else if (method.getName().equals(COMMIT)) {
      statements.add(COMMIT);
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(PREFIX);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(getClass().getName());
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
  }
}
