package dev.tenure.sandbox.opentrain.model.job;

import java.util.List;
import java.util.Locale;

/** Believable trainers, the same person for the same number. */
public final class SampleTrainers {
  private static final List<String> FIRST_NAMES =
      List.of(
          "Maria",
          "Kofi",
          "Ada",
          "Linh",
          "Tomasz",
          "Priya",
          "Diego",
          "Amina",
          "Jonas",
          "Sofia",
          "Yusuf",
          "Mei",
          "Oluwaseun",
          "Elena",
          "Rafael",
          "Hana",
          "Samir",
          "Ingrid",
          "Thabo",
          "Camila");
  private static final List<String[]> COUNTRIES =
      List.of(
          new String[] {"ES", "Spain"},
          new String[] {"GH", "Ghana"},
          new String[] {"US", "United States"},
          new String[] {"VN", "Vietnam"},
          new String[] {"PL", "Poland"},
          new String[] {"IN", "India"},
          new String[] {"MX", "Mexico"});
  private static final String INITIALS = "GRLNKPBTSMW";

  private SampleTrainers() {}

  public static Candidate member(int number) {
    String first = FIRST_NAMES.get(Math.floorMod(number - 1, FIRST_NAMES.size()));
    String initial = String.valueOf(INITIALS.charAt(Math.floorMod(number - 1, INITIALS.length())));
    return named(number, first, initial);
  }

  public static Candidate named(int number, String firstName, String initial) {
    String[] country = COUNTRIES.get(Math.floorMod(number - 1, COUNTRIES.size()));
    String plain = (firstName + "-" + initial).toLowerCase(Locale.ROOT);
    String slug = number <= FIRST_NAMES.size() ? plain : plain + "-" + number;
    return new Candidate(
        "usr_" + number,
        firstName,
        initial,
        country[0],
        country[1],
        slug,
        "Data annotator and reviewer");
  }
}
