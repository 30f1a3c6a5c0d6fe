package dev.tenure.workflows.connection;

import io.temporal.api.enums.v1.IndexedValueType;
import java.util.Locale;
import java.util.Map;

/**
 * The commands by which a person gives a namespace what Tenure needs: those of {@code temporal}, or
 * of {@code tcld} where Temporal Cloud serves. They take the credentials from whoever runs them.
 */
public record OperatorCommands(TemporalConnection connection) {

  /** Makes the namespace. */
  public String createNamespace() {
    if (connection.isCloud()) {
      return "tcld namespace create --namespace %s --region REGION --auth-method api_key"
          .formatted(connection.namespace().replaceFirst("\\.[^.]+$", ""));
    }
    return "temporal operator namespace create --address %s --namespace %s"
        .formatted(connection.address(), connection.namespace());
  }

  /**
   * Makes search attributes.
   *
   * @param missing by name, in the order in which they are told
   */
  public String createSearchAttributes(Map<String, IndexedValueType> missing) {
    StringBuilder command = new StringBuilder();
    if (connection.isCloud()) {
      command
          .append("tcld namespace search-attributes add --namespace ")
          .append(connection.namespace());
      missing.forEach(
          (name, type) ->
              command
                  .append(" --search-attribute \"")
                  .append(name)
                  .append('=')
                  .append(cliName(type))
                  .append('"'));
      return command.toString();
    }
    command
        .append("temporal operator search-attribute create --address ")
        .append(connection.address())
        .append(" --namespace ")
        .append(connection.namespace());
    missing.forEach(
        (name, type) ->
            command.append(" --name ").append(name).append(" --type ").append(cliName(type)));
    return command.toString();
  }

  /** {@code INDEXED_VALUE_TYPE_KEYWORD_LIST} is {@code KeywordList} on the command line. */
  private static String cliName(IndexedValueType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.name().substring("INDEXED_VALUE_TYPE_".length()).split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
