package dev.tenure.sandbox;

import dev.tenure.sandbox.http.JsonViews;
import dev.tenure.sandbox.store.Store;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens the world's file, or a world in memory when no folder is named. */
@Factory
class SandboxFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Store store(@Property(name = "sandbox.data") @Nullable String folder, ObjectMapper json) {
    return Store.open(
        folder == null || folder.isBlank() ? null : Path.of(folder),
        json.cloneWithViewClass(JsonViews.Stored.class));
  }
}
