package dev.tenure.workflows.hire;

import org.junit.jupiter.api.Test;

class TmpDumpTest {
  @Test
  void dump() {}
}
