package dev.tenure.workflows.reminders;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Ways that the reminders of an approval may go, each ending with a whole history. */
final class ReminderScenes {

  private ReminderScenes() {}

  static Map<String, Supplier<Desk>> all() {
    Map<String, Supplier<Desk>> all = new LinkedHashMap<>();
    all.put("undecided", () -> ended(Desk.open().begin()));
    all.put("decided", ReminderScenes::decided);
    all.put("late", () -> ended(Desk.open().late(Duration.ofHours(61)).begin()));
    all.put("receiver-back", ReminderScenes::receiverBack);
    all.put("waiting", () -> Desk.open().begin().pass(Duration.ofHours(40)));
    return all;
  }

  private static Desk decided() {
    Desk desk = Desk.open().begin().pass(Duration.ofHours(40));
    desk.signalDecided();
    return ended(desk);
  }

  private static Desk receiverBack() {
    Desk desk = new Desk();
    desk.channels.fail("slack");
    desk.work();
    desk.begin().pass(Duration.ofHours(61)).channels.recover("slack");
    return ended(desk);
  }

  private static Desk ended(Desk desk) {
    desk.finish();
    return desk;
  }
}
