package dev.belay.file;

import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import java.util.List;

/** ServiceNow's attachments from outside: what its people attach and see, and how it is made to fail. */
public interface AttachmentsStage {
    /** An attachment as everyone who may see the record sees it. */
    record Shown(String name, String type, byte[] bytes) {}

    RecordRef record();

    /** A person attaches a file to the record. */
    SysId attach(String name, String type, byte[] bytes);

    void delete(SysId attachment);

    /** What is attached to the record, oldest first. */
    List<Shown> shown();

    /** ServiceNow takes no larger files from now on. */
    void takeAtMost(long bytes);

    /** The answer to the next attaching is lost. */
    void loseNext(boolean afterDone);
}
