package org.storesync.record;

public class RecordThatKnowsRun {
  org.storesync.run.RunThatKnowsRecord run;
}
