package dev.tenure.activities.opentrain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.opentrain.client.json.ErrorBody;
import dev.tenure.activities.opentrain.client.json.LedgerBody;
import dev.tenure.activities.opentrain.client.json.Milestone;
import dev.tenure.activities.opentrain.client.json.Update;
import dev.tenure.activities.opentrain.client.json.UpdatesBody;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTrainJsonTest {

  @Test
  void aNumberIsTakenWhereATextIsWantedAndATextWhereANumberIs() {
    Milestone milestone =
        read("{\"id\":12345678901234567890,\"amountUsd\":\"450.10\",\"milestoneNumber\":\"2\"}");
    assertThat(milestone.id()).isEqualTo("12345678901234567890");
    assertThat(milestone.amountUsd()).isEqualByComparingTo("450.10");
    assertThat(milestone.milestoneNumber()).isEqualTo(2);
  }

  @Test
  void moneyIsDecimalToTheLastDigit() {
    assertThat(read("{\"amountUsd\":1234567890123.0625}").amountUsd())
        .isEqualByComparingTo(new BigDecimal("1234567890123.0625"));
    assertThat(read("{\"amountUsd\":12345678901234567}").amountUsd())
        .isEqualTo(new BigDecimal("12345678901234567"));
  }

  @Test
  void aMissingFieldIsAbsentAndNeverZero() {
    assertThat(read("{}")).isEqualTo(new Milestone(null, null, null, null, null, null, null, null));
  }

  @Test
  void aFieldOfAnotherTypeIsAbsentAndCostsNoOther() {
    assertThat(read("{\"id\":\"m\",\"amountUsd\":{\"odd\":1},\"name\":[],\"status\":\"PAID\"}"))
        .isEqualTo(new Milestone("m", null, null, "PAID", null, null, null, null));
  }

  @Test
  void anOddItemIsCountedAndCostsNoOther() {
    var page =
        OpenTrainJson.BODIES
            .read(
                bytes(
                    "{\"events\":[7,null,{\"id\":1,\"type\":\"a\"},{\"id\":\"2\"}],\"nextCursor\":9}"),
                UpdatesBody.class)
            .orElseThrow();
    var events = OpenTrainJson.BODIES.items(page.events(), Update.class).orElseThrow();
    assertThat(page.nextCursor()).isEqualTo("9");
    assertThat(events.read()).extracting(Update::id).containsExactly("1", "2");
    assertThat(events.unreadable()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "null", "7", "{\"code\":", "{} {}", "{}x"})
  void whatIsNoJsonObjectIsNothing(String body) {
    assertThat(OpenTrainJson.BODIES.read(bytes(body), ErrorBody.class)).isEmpty();
    assertThat(ForeignJson.each(bytes(body), "contracts", item -> {})).isFalse();
  }

  @Test
  void everyTextThatComesInCanBeStoredAlsoInALongListAndInNames() {
    List<String> names = new ArrayList<>();
    String body = "{\"contracts\":[{\"na\\u0000me\":\"A\\u0000B\\ud83d\"}]}";
    assertThat(
            ForeignJson.each(
                bytes(body),
                "contracts",
                item ->
                    item.entries()
                        .forEach(e -> names.add(e.getKey() + e.getValue().getStringValue()))))
        .isTrue();
    assertThat(names).hasSize(1);
    assertThat(names.getFirst()).isEqualTo("na\uFFFDmeA\uFFFDB\uFFFD");
    assertThat(read("{\"name\":\"\\u0000\"}").name()).isEqualTo("\uFFFD");
  }

  @Test
  void bytesThatAreNoUtf8AndAByteOrderMarkCostNothing() {
    byte[] body = bytes("\uFEFF{\"name\":\"caf?\"}");
    body[body.length - 3] = (byte) 0xE9;
    assertThat(OpenTrainJson.BODIES.read(body, Milestone.class).orElseThrow().name())
        .isEqualTo("caf\uFFFD");
  }

  @Test
  void anEntryOfTheLedgerMayLackWhatItLikes() {
    var entries =
        OpenTrainJson.BODIES
            .items(
                ForeignJson.tree(bytes("[{\"id\":\"e\",\"amountCents\":1.5}]")).orElseThrow(),
                LedgerBody.Entry.class)
            .orElseThrow();
    assertThat(entries.read().getFirst().id()).isEqualTo("e");
  }

  private static Milestone read(String json) {
    return OpenTrainJson.BODIES.read(bytes(json), Milestone.class).orElseThrow();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
