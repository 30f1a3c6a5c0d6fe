package dev.tenure.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} of every command tells. */
final class Version implements IVersionProvider {
  /** The release that this is, or will be. */
  static final String TENURE = "0.1.0";

  @Override
  public String[] getVersion() {
    return new String[] {"Tenure " + TENURE, "Java " + Runtime.version()};
  }
}
