package dev.tenure.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Payloads frozen as files. They are written once, with {@code -Dtenure.golden.write=true}, and
 * never again: what waits in old histories must stay readable.
 */
public final class Golden {
  private static final boolean WRITE = Boolean.getBoolean("tenure.golden.write");

  private Golden() {}

  public static void check(String name, Object value) {
    String now = json(value);
    if (WRITE) {
      write(name, now);
    }
    assertThat(now).as(name).isEqualTo(read(name));
    Object back = value(read(name), value.getClass());
    assertThat(json(back)).as(name + " read and written again").isEqualTo(now);
  }

  public static String json(Object value) {
    return Payloads.converter().toPayload(value).orElseThrow().getData().toStringUtf8();
  }

  public static <T> T value(String json, Class<T> type) {
    Payload payload =
        Payloads.converter().toPayload(json).orElseThrow().toBuilder()
            .setData(ByteString.copyFromUtf8(json))
            .build();
    return Payloads.converter().fromPayload(payload, type, type);
  }

  public static String read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      assertThat(in).as("golden " + name).isNotNull();
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(String name, String json) {
    try {
      Path folder = Files.createDirectories(Path.of("src/test/resources/golden"));
      Files.writeString(folder.resolve(name + ".json"), json + "\n", StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException("a golden file is never overwritten", e);
    }
  }
}
