package dev.belay.servicenow;

import dev.belay.simulator.servicenow.query.Matching;
import org.junit.jupiter.api.BeforeEach;

/** The adapter keeps the contract also on an instance in whose queries case counts. */
final class CaseSensitiveRecordsTest extends RecordsOnInstance {
    @BeforeEach
    void case_counts() {
        instance.serviceNow.api().matching(Matching.EXACT);
    }
}
