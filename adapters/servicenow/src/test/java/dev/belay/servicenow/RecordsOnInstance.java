package dev.belay.servicenow;

import dev.belay.record.RecordRef;
import dev.belay.record.Records;
import dev.belay.record.RecordsContract;
import dev.belay.record.SysId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** The adapter on the simulated ServiceNow, and how the contract has records opened there. */
abstract class RecordsOnInstance implements RecordsContract {
    final SimulatedInstance instance = new SimulatedInstance();

    @AfterEach
    void close() {
        instance.close();
    }

    @Override
    public Records records() {
        return instance.records;
    }

    @Override
    public RecordRef open(String shortDescription, int priority) {
        return instance.open(shortDescription, priority);
    }

    @Override
    public SysId person(String name) {
        return instance.person(name, name.replace(' ', '.') + "@acme.example", "itil");
    }

    @Override
    public Instant now() {
        return instance.clock.instant();
    }
}
