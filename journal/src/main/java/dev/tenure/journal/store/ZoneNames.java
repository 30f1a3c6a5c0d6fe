package dev.tenure.journal.store;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;

/** Other names of a time zone. */
final class ZoneNames {

  private ZoneNames() {}

  /**
   * Zones with the very rules of another one; where they do not vary, the bare offset as well; at
   * last UTC, under which nothing is wrong but the wall clock in logs.
   */
  static List<TimeZone> of(TimeZone zone) {
    ZoneRules rules = zone.toZoneId().getRules();
    Stream<String> same =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.equals(zone.getID()))
            .filter(id -> ZoneId.of(id).getRules().equals(rules))
            .sorted();
    Stream<String> offset =
        zone.useDaylightTime()
            ? Stream.of()
            : Stream.of("GMT" + ZoneOffset.ofTotalSeconds(zone.getRawOffset() / 1000).getId());
    return Stream.of(same, offset, Stream.of("UTC"))
        .flatMap(names -> names)
        .map(TimeZone::getTimeZone)
        .toList();
  }
}
