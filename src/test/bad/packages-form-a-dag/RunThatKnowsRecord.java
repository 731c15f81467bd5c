package org.storesync.run;

public class RunThatKnowsRecord {
  org.storesync.record.RecordThatKnowsRun record;
}
