package dev.tenure.sandbox.opentrain.http;

/** The two parts of the marketplace's API; everything else that is served is the sandbox's own. */
public final class ApiPath {
  public static final String V1 = "/api/public/v1";

  /** Registration and claim, which stand outside of v1 and do not speak in its envelope. */
  public static final String AGENT = "/api/agent";

  private ApiPath() {}
}
