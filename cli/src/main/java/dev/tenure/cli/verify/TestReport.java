package dev.tenure.cli.verify;

import dev.tenure.cli.environment.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a run of the tests came to, from the reports that Maven's Surefire leaves in each module.
 *
 * @param classes how many classes of tests were run
 * @param tests how many tests
 * @param failed those that failed, as {@code Class.test}
 * @param skipped those that were not run, each with the reason that it gives
 */
public record TestReport(int classes, int tests, List<String> failed, List<String> skipped) {

  /** Reads the reports that were written since a moment. */
  public static TestReport since(Instant begun, Checkout checkout) {
    var classes = 0;
    var reader = new Reader();
    for (var report : reports(begun, checkout.root())) {
      reader.read(report);
      classes++;
    }
    return new TestReport(
        classes, reader.tests, List.copyOf(reader.failed), List.copyOf(reader.skipped));
  }

  /** For people, a line each; what was not run is never left out. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add(
        "%d tests of %d classes were run: %d failed, %d were skipped"
            .formatted(tests - skipped.size(), classes, failed.size(), skipped.size()));
    failed.forEach(one -> lines.add("  failed: " + one));
    skipped.forEach(one -> lines.add("  skipped: " + one));
    return List.copyOf(lines);
  }

  private static List<Path> reports(Instant begun, Path root) {
    try (var modules = Files.list(root)) {
      var all = new ArrayList<Path>();
      for (var module : modules.sorted().toList()) {
        var folder = module.resolve("target/surefire-reports");
        if (Files.isDirectory(folder)) {
          try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (var file : files) {
              if (!Files.getLastModifiedTime(file).toInstant().isBefore(begun)) {
                all.add(file);
              }
            }
          }
        }
      }
      return all;
    } catch (IOException e) {
      throw new Refused("The reports of the tests cannot be read", e);
    }
  }

  private static final class Reader {
    private final XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
    private final List<String> failed = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private int tests;

    Reader() {
      xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    void read(Path report) {
      try (var file = Files.newInputStream(report)) {
        var events = xml.createXMLStreamReader(file);
        var test = "";
        while (events.hasNext()) {
          if (events.next() == XMLStreamConstants.START_ELEMENT) {
            test = element(events, test);
          }
        }
      } catch (IOException | XMLStreamException e) {
        throw new Refused(report + " cannot be read", e);
      }
    }

    /** Returns the test that the next elements are about. */
    private String element(XMLStreamReader events, String test) {
      switch (events.getLocalName()) {
        case "testcase" -> {
          tests++;
          var type = events.getAttributeValue(null, "classname");
          var name = events.getAttributeValue(null, "name");
          return name == null || name.isEmpty() ? type : type + "." + name;
        }
        case "failure", "error" -> failed.add(test);
        case "skipped" -> {
          var why = events.getAttributeValue(null, "message");
          skipped.add(test + (why == null ? ", which gives no reason" : ": " + why));
        }
        default -> {}
      }
      return test;
    }
  }
}
