package dev.tenure.api.links;

/** Where things are found, relative to the front's own address. */
public final class Paths {

  private static final String API = "/v1";

  private Paths() {}

  /** Whether a path belongs to the API, and not to the pages or to the front itself. */
  public static boolean isApi(String path) {
    return path.equals(API) || path.startsWith(API + "/");
  }

  public static String hire(String id) {
    return "/v1/hires/" + id;
  }

  public static String milestone(String hireId, String key) {
    return hire(hireId) + "/milestones/" + key;
  }

  /** An incident's id may be unique within its hire only. */
  public static String incident(String hireId, String id) {
    return "/v1/incidents/" + id + "?hire=" + hireId;
  }
}
