package dev.tenure.sandbox.store;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Stores a value as its JSON bytes, so that a file written today can be read by later code. */
final class JsonType<T> extends BasicDataType<T> {
  // A guess per document; it only steers how many share a page.
  private static final int TYPICAL_BYTES = 1_000;

  private final JsonMapper json;
  private final Class<T> type;

  JsonType(JsonMapper json, Class<T> type) {
    this.json = json;
    this.type = type;
  }

  @Override
  public int getMemory(T value) {
    return TYPICAL_BYTES;
  }

  @Override
  public void write(WriteBuffer buffer, T value) {
    try {
      byte[] bytes = json.writeValueAsBytes(value);
      buffer.putInt(bytes.length).put(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public T read(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.getInt()];
    buffer.get(bytes);
    try {
      T value = json.readValue(bytes, type);
      if (value == null) {
        throw new IllegalStateException("an empty " + type.getSimpleName() + " in the store");
      }
      return value;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // the array is made of exactly this type
  public T[] createStorage(int size) {
    return (T[]) Array.newInstance(type, size);
  }
}
