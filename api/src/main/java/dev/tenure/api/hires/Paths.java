package dev.tenure.api.hires;

/** Where things are found, relative to the front's own address. */
public final class Paths {

  private Paths() {}

  public static String hire(String id) {
    return "/v1/hires/" + id;
  }
}
