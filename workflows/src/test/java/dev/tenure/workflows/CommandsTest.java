package dev.tenure.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandsTest {
  @Test
  void aHandOverCarriesTheLatestKeysOnly() {
    Map<String, String> commands = remembered(20_000);
    Commands.forgetOldest(commands);
    assertThat(commands)
        .hasSize(Commands.REMEMBERED)
        .containsKey("key-19999")
        .doesNotContainKey("key-0")
        .containsKey("key-" + (20_000 - Commands.REMEMBERED));
  }

  @Test
  void aHandOverOfFewKeysForgetsNone() {
    Map<String, String> commands = remembered(3);
    Commands.forgetOldest(commands);
    assertThat(commands).containsOnlyKeys("key-0", "key-1", "key-2");
  }

  private static Map<String, String> remembered(int count) {
    Map<String, String> commands = new LinkedHashMap<>();
    IntStream.range(0, count).forEach(i -> commands.put("key-" + i, "paused"));
    return commands;
  }
}
