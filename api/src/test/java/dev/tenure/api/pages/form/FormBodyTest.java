package dev.tenure.api.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form is sent as. */
class FormBodyTest {

  @Test
  void whatWasNotTouchedIsLeftOutAndWhatWasEmptiedIsNull() {
    assertThat(
            body(
                Map.of("/externalRef", "", "/budget/cap", "1200"),
                FormField.of("/externalRef", "", FormFieldType.TEXT).holding("REQ-1"),
                FormField.of("/budget/cap", "", FormFieldType.MONEY).holding("1000"),
                FormField.of("/policies/end", "", FormFieldType.CHOICE).holding("on_request")))
        .isEqualTo(
            "{\"externalRef\":null,\"budget\":{\"cap\":{\"amount\":\"1200\",\"currency\":\"USD\"}}}");
  }

  @Test
  void aFieldIsComparedWithWhatItHeldWhenTheFormWasMade() {
    FormField field = FormField.of("/externalRef", "", FormFieldType.TEXT).holding("REQ-2");
    assertThat(body(Map.of("/externalRef", "REQ-1", "was:/externalRef", "REQ-1"), field))
        .isEqualTo("{}");
  }

  @Test
  void labelsAreSentAsTheirDifference() {
    FormField field = FormField.of("/labels", "", FormFieldType.LABELS).holding("a: 1\nb: 2\nc: 3");
    assertThat(body(Map.of("/labels", "a: 1\r\nb: 20\r\nd:x:y"), field))
        .isEqualTo("{\"labels\":{\"c\":null,\"b\":\"20\",\"d\":\"x:y\"}}");
  }

  @Test
  void aLabelThatStandsTwiceIsSentWithBothValuesSoThatItIsRefusedWithTheRest() {
    FormField field = FormField.of("/labels", "", FormFieldType.LABELS).holding("a: 1");
    assertThat(body(Map.of("/labels", "a: 1\nteam: x\nteam: y"), field))
        .isEqualTo("{\"labels\":{\"team\":[\"x\",\"y\"]}}");
  }

  @Test
  void numbersAndRulesAreSentAsTheAPITakesThemAndWhatIsNoneSoThatItIsRefusedWithTheRest() {
    assertThat(
            body(
                Map.of("/volume", "20.5", "/fund", "after_paid m1"),
                FormField.of("/volume", "", FormFieldType.NUMBER),
                FormField.of("/fund", "", FormFieldType.FUND)))
        .isEqualTo("{\"volume\":20.5,\"fund\":{\"when\":\"after_paid\",\"after\":\"m1\"}}");
    assertThat(body(Map.of("/volume", "many"), FormField.of("/volume", "", FormFieldType.NUMBER)))
        .isEqualTo("{\"volume\":-1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$1,250.50 | 1250.50", "1,250 | 1250", "$90 | 90", "90.5 | 90.5",
        "12,50 | 12,50", "1,2500 | 1,2500", "$ 90 | $ 90", "1e3 | 1e3"
      })
  void moneyIsReadAsAtTheCommandLine(String typed, String sent) {
    FormField field = FormField.of("/amount", "", FormFieldType.MONEY);
    assertThat(body(Map.of("/amount", typed), field))
        .isEqualTo("{\"amount\":{\"amount\":\"" + sent + "\",\"currency\":\"USD\"}}");
  }

  private static String body(Map<String, String> form, FormField... fields) {
    Form sheet = Form.of(List.of(new Form.Group(null, null, List.of(fields)))).filled(form);
    return new String(FormBody.of(sheet), StandardCharsets.UTF_8);
  }
}
