package dev.tenure.lifecycle.opentrain.cases;

/** How the state of a hire lives through its story; no story may tell the difference. */
enum Run {
  /** In one object from the beginning to the end. */
  AS_IT_IS,
  /** The worker loses it before every decision: it goes through JSON. */
  RESTARTED,
  /** It is handed over to a next run whenever nothing runs. */
  HANDED_OVER
}
