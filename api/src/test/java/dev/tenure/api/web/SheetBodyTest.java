package dev.tenure.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a form is sent as. */
class SheetBodyTest {

  @Test
  void whatWasNotTouchedIsLeftOutAndWhatWasEmptiedIsNull() {
    assertThat(
            body(
                Map.of("/externalRef", "", "/budget/cap", "1200"),
                Field.of("/externalRef", "", FieldKind.TEXT).holding("REQ-1"),
                Field.of("/budget/cap", "", FieldKind.MONEY).holding("1000"),
                Field.of("/policies/end", "", FieldKind.CHOICE).holding("on_request")))
        .isEqualTo(
            "{\"externalRef\":null,\"budget\":{\"cap\":{\"amount\":\"1200\",\"currency\":\"USD\"}}}");
  }

  @Test
  void aFieldIsComparedWithWhatItHeldWhenTheFormWasMade() {
    Field field = Field.of("/externalRef", "", FieldKind.TEXT).holding("REQ-2");
    assertThat(body(Map.of("/externalRef", "REQ-1", "was:/externalRef", "REQ-1"), field))
        .isEqualTo("{}");
  }

  @Test
  void labelsAreSentAsTheirDifference() {
    Field field = Field.of("/labels", "", FieldKind.LABELS).holding("a: 1\nb: 2\nc: 3");
    assertThat(body(Map.of("/labels", "a: 1\r\nb: 20\r\nd:x:y"), field))
        .isEqualTo("{\"labels\":{\"c\":null,\"b\":\"20\",\"d\":\"x:y\"}}");
  }

  @Test
  void numbersAndRulesAreSentAsTheAPITakesThemAndWhatIsNoneAsItIs() {
    assertThat(
            body(
                Map.of("/volume", "20.5", "/fund", "after_paid m1"),
                Field.of("/volume", "", FieldKind.NUMBER),
                Field.of("/fund", "", FieldKind.FUND)))
        .isEqualTo("{\"volume\":20.5,\"fund\":{\"when\":\"after_paid\",\"after\":\"m1\"}}");
    assertThat(body(Map.of("/volume", "many"), Field.of("/volume", "", FieldKind.NUMBER)))
        .isEqualTo("{\"volume\":\"many\"}");
  }

  private static String body(Map<String, String> form, Field... fields) {
    Sheet sheet = Sheet.of(List.of(new Sheet.Group(null, null, List.of(fields)))).filled(form);
    return new String(SheetBody.of(sheet), StandardCharsets.UTF_8);
  }
}
