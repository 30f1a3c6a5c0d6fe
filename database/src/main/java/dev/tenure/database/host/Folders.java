package dev.tenure.database.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Whole folder trees: delete one, hand one over to another owner. */
public final class Folders {
  private Folders() {}

  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      for (var path : below(folder).reversed()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " could not be deleted", e);
    }
  }

  /** The folder itself changes hands last, so that an interrupted change is taken up again. */
  public static void giveTo(String owner, Path folder) {
    try {
      var principal =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
      if (Files.getOwner(folder).equals(principal)) {
        return;
      }
      for (var path : below(folder).reversed()) {
        Files.setOwner(path, principal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " could not be handed to the user " + owner, e);
    }
  }

  /** Every path of the tree, a folder always before what it holds. */
  private static List<Path> below(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
