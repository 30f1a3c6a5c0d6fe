package dev.tenure.activities.opentrain.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the ids of a marketplace names in the order in which they appear, such as {@code ctr#2}.
 */
final class CanonicalIds {

  private static final Pattern ID = Pattern.compile("\\b(apr|ctr|mst|inv|pi|po|usr)_\\w+");

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  /** The text with names for ids. */
  String text(String raw) {
    return ID.matcher(raw)
        .replaceAll(found -> Matcher.quoteReplacement(name(found.group(), found.group(1))));
  }

  /** The id behind a name; what is no name is an id that does not exist. */
  String id(String name) {
    return ids.getOrDefault(name, name);
  }

  /** The names of that kind, oldest first. */
  List<String> known(String kind) {
    List<String> known = new ArrayList<>();
    for (String name : ids.keySet()) {
      if (name.startsWith(kind + "#")) {
        known.add(name);
      }
    }
    return known;
  }

  private String name(String id, String kind) {
    String known = names.get(id);
    if (known != null) {
      return known;
    }
    String name = kind + "#" + (known(kind).size() + 1);
    names.put(id, name);
    ids.put(name, id);
    return name;
  }
}
