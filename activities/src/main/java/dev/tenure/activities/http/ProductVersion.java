package dev.tenure.activities.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build wrote down. */
final class ProductVersion {

  private ProductVersion() {}

  static String read() {
    try (InputStream in = ProductVersion.class.getResourceAsStream("product.properties")) {
      if (in == null) {
        throw new IllegalStateException("the build left product.properties out");
      }
      Properties product = new Properties();
      product.load(in);
      return product.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
