package dev.tenure.api.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.CommandKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"b\":1, \"a\":[1.50,true,null]} | {\"a\":[1.5,true,null],\"b\":1}",
        "{\"a\":0.0} | {\"a\":0}",
        "{\"a\":1e3} | {\"a\":1E+3}",
        "{\"a\":1000} | {\"a\":1E+3}",
        "{\"a\":\"\\u00e4\\n\"} | {\"a\":\"ä\\n\"}",
        "{} | {}",
        "[] | []"
      })
  void theSameMeaningIsTheSameText(String json, String canonical) throws Exception {
    assertThat(CanonicalJson.of(read(json))).isEqualTo(canonical);
  }

  @Test
  void aDigestIsTheSameInEveryRelease() throws Exception {
    String body = "{\"volume\":12.50,\"amount\":{\"currency\":\"USD\",\"amount\":\"90.00\"}}";
    assertThat(
            CommandKey.of(new CommandHeaders("k", null), "add-milestone", "", read(body)).digest())
        .isEqualTo("3efd1567383a1f5a43656b5838785f7efa857326d204649eb253b30b7de172c4");
  }

  @Test
  void anExponentThatNoMemoryHoldsIsNotWrittenOut() {
    assertThatCode(() -> CanonicalJson.of(read("{\"a\":1e999999999}"))).doesNotThrowAnyException();
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return MAPPER.readTree(json);
  }
}
