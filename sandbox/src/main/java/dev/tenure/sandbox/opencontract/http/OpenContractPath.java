package dev.tenure.sandbox.opencontract.http;

/** Where OpenContract's API begins; what the sandbox adds to it is elsewhere. */
public final class OpenContractPath {
  public static final String V1 = "/opencontract/v1";

  /** The sandbox's own controls of it. */
  public static final String CONTROLS = "/sandbox/opencontract";

  private OpenContractPath() {}
}
