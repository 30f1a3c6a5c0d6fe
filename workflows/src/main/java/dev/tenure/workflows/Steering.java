package dev.tenure.workflows;

import dev.tenure.model.HireStatus;
import java.util.Map;

/** What commands do to the hire: they change its state, and the process goes by the state. */
final class Steering {
  private final Book book;
  private final GivingUp givingUp;

  Steering(Book book, GivingUp givingUp) {
    this.book = book;
    this.givingUp = givingUp;
  }

  void release(String milestone) {
    book.state.releasesRequested.add(milestone);
    note("milestone.release_commanded", "The release of milestone %s was commanded.", milestone);
  }

  void fund(String milestone) {
    book.state.fundingsRequested.add(milestone);
    note("milestone.fund_commanded", "The funding of milestone %s was commanded.", milestone);
  }

  void pause() {
    book.state.paused = true;
    book.note("hire.paused", "The hire is paused: nothing new is asked of people.");
  }

  void resume() {
    book.state.paused = false;
    book.note("hire.resumed", "The hire goes on.");
  }

  /** A pause never holds back the end, so it is over with it. */
  void end() {
    book.state.paused = false;
    book.state.endRequested = true;
    book.note("hire.end_commanded", "The end of the contract was commanded.");
  }

  void cancel() {
    book.note("hire.cancel_commanded", "The hire was cancelled by command.");
    givingUp.giveUp(HireStatus.CANCELLED, null);
  }

  private void note(String type, String words, String milestone) {
    book.note(type, words.formatted(milestone), milestone, null, Map.of());
  }
}
