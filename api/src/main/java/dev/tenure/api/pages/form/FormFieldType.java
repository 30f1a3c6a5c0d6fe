package dev.tenure.api.pages.form;

/** How a field of a form is filled in, and what its text means. */
public enum FormFieldType {
  /** One line. */
  TEXT,
  /** Several lines. */
  AREA,
  /** US dollars, with or without a dollar sign and commas between thousands. */
  MONEY,
  /** An amount of USDC, with or without commas between thousands. */
  USDC,
  /** Several texts, one to a line. */
  LINES,
  /** A decimal number. */
  NUMBER,
  /** A whole number. */
  COUNT,
  /** A day, as year, month and day. */
  DAY,
  /** One of some; what is chosen is the value. */
  CHOICE,
  /** One of some rules for the funding of a milestone: a name, and after a space a milestone. */
  FUND,
  /** A name and a value with a colon between, one label to a line. */
  LABELS;

  /** Whether it is written in several lines. */
  public boolean tall() {
    return this == AREA || this == LINES || this == LABELS;
  }
}
