package dev.tenure.api.web.hires.action;

import dev.tenure.model.hire.ActionKind;

/** Says what a person has just had done. */
public final class SuccessText {

  private SuccessText() {}

  public static String of(ActionKind kind) {
    return switch (kind) {
      case RELEASE -> "The release is requested. A person must approve it.";
      case FUND -> "The funding is requested. A person must approve it.";
      case DROP -> "The milestone is dropped.";
      case PAUSE -> "The hire is paused: no new approval is requested.";
      case RESUME -> "The hire is resumed.";
      case END -> "The end of the contract is requested.";
      case CANCEL -> "The hire is being cancelled.";
      case DISPUTE ->
          "The dispute is requested. A person must approve it, since a bond is at risk.";
      case RESOLVE -> "The incident is answered.";
      case ADD_MILESTONE -> "The milestone is added.";
      case CHANGE -> "The hire is changed.";
    };
  }
}
