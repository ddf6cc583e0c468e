package dev.belay.aws.deployed;

import java.util.Optional;

/**
 * How a table stands.
 *
 * @param status as DynamoDB says it, such as {@code ACTIVE}
 * @param expiresBy the attribute by which items expire; none where none do
 * @param isRecoverable whether it can be restored to a point in time
 */
public record TableState(String status, Optional<String> expiresBy, boolean isRecoverable) {
    /** Whether it takes reads and writes. */
    public boolean isActive() {
        return status.equals("ACTIVE") || status.equals("UPDATING");
    }
}
