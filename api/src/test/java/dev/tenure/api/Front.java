package dev.tenure.api;

import dev.tenure.database.Database;
import dev.tenure.journal.store.JournalSchema;
import dev.tenure.workflows.connection.TemporalConnection;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;

/** The whole front on a free port, over real HTTP. */
record Front(EmbeddedServer server, Http http) implements AutoCloseable {

  /** The front with its database ready. */
  static Front start(Database database, int temporalPort, Map<String, Object> more) {
    Front front = begin(database, temporalPort, more);
    JournalSchema schema = front.server.getApplicationContext().getBean(JournalSchema.class);
    Until.holds("the journal's tables are there", schema::ready);
    return front;
  }

  /** The front as it comes up, whatever its database does. */
  static Front begin(Database database, int temporalPort, Map<String, Object> more) {
    return begin(database, Map.of("TEMPORAL_ADDRESS", "127.0.0.1:" + temporalPort), more);
  }

  /** The front with a connection to Temporal as the variables of its process set it. */
  static Front begin(Database database, Map<String, String> variables, Map<String, Object> more) {
    TemporalConnection temporal = TemporalConnection.of(variables);
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.server.port", -1);
    properties.put("tenure.run-watch.every", "1h");
    properties.put("tenure.jdbc.url", database.jdbcUrl());
    properties.put("tenure.jdbc.user", database.user());
    properties.put("tenure.jdbc.password", database.password());
    // A loaded machine may be slow; only tests of a worker that is away need this to end.
    properties.put("front.temporal.patience", "60s");
    properties.put("front.temporal.ui-url", "http://127.0.0.1:8802");
    properties.putAll(more);
    EmbeddedServer server =
        ApplicationContext.builder(properties)
            .singletons(temporal)
            .start()
            .getBean(EmbeddedServer.class)
            .start();
    return new Front(server, new Http(server.getURI().toString()));
  }

  <T> T bean(Class<T> type) {
    return server.getApplicationContext().getBean(type);
  }

  @Override
  public void close() {
    server.close();
  }
}
