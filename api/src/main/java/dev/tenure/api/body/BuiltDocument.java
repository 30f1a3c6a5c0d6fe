package dev.tenure.api.body;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.io.ResourceResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The OpenAPI document that the build derives from the controllers and their records. */
public final class BuiltDocument {

  private static final String PLACE = "classpath:META-INF/swagger/tenure.yml";
  private static final Pattern GENERIC = Pattern.compile("Page_(\\w+?)_");
  private static final int DEEPEST = 100;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private BuiltDocument() {}

  /** Reads it; whoever asks gets a tree of its own. */
  public static ObjectNode read(ResourceResolver resources) {
    try (InputStream stream =
        resources
            .getResourceAsStream(PLACE)
            .orElseThrow(() -> new IllegalStateException("not in the build: " + PLACE))) {
      var options = new LoaderOptions();
      options.setNestingDepthLimit(DEEPEST);
      Object read = new Yaml(new SafeConstructor(options)).load(stream);
      // Page<Hire> is named so that a reader, and a generator of clients, finds a name.
      String text = JSON.writeValueAsString(read);
      return (ObjectNode) JSON.readTree(GENERIC.matcher(text).replaceAll("$1Page"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
