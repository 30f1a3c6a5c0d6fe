package dev.tenure.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.JsonMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCollectionTest {

  @TempDir private Path folder;

  private Store store;
  private DocumentCollection<String> entries;

  @BeforeEach
  void open() {
    store = Store.open(folder, JsonMapper.createDefault());
    entries = store.collection("entries", String.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatIsAppendedIsFoundByItsNumberAlsoAfterARestart() {
    store.transact(() -> entries.append(number -> "entry " + number));
    store.transact(() -> entries.append(number -> "entry " + number));
    store.close();
    open();
    assertThat(entries.find(2)).isEqualTo("entry 2");
    assertThat(entries.find(3)).isNull();
    assertThat(entries.after(1)).containsExactly("entry 2");
    assertThat(store.transact(() -> entries.append(number -> "entry " + number)))
        .isEqualTo("entry 3");
  }

  @Test
  void whatIsAppendedIsTakenBackWithItsTransaction() {
    assertThatThrownBy(
            () ->
                store.transact(
                    () -> {
                      entries.append(number -> "entry " + number);
                      throw new IllegalStateException("refused");
                    }))
        .hasMessage("refused");
    assertThat(entries.oldestFirst()).isEmpty();
    assertThat(entries.size()).isZero();
  }

  @Test
  void nothingThatIsAppendedTakesAnIdFromOthers() {
    store.transact(() -> entries.append(number -> "entry " + number));
    assertThat(entries.holds("1")).isFalse();
    assertThat(entries.find("1")).isNull();
  }
}
