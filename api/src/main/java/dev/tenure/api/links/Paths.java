package dev.tenure.api.links;

/** Where things are found, relative to the front's own address. */
public final class Paths {

  private Paths() {}

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
