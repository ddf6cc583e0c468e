package dev.belay.aws.table.identity;

import dev.belay.aws.Cloud;
import dev.belay.record.Sample;
import dev.belay.team.Installations;
import dev.belay.team.InstallationsContract;
import dev.belay.time.MovedClock;

/** Installations on the real engine keep the contract. */
final class DynamoDbInstallationsTest implements InstallationsContract {
    private final Installations installations =
            Cloud.worker(MovedClock.at(Sample.OPENED)).installations(Cloud.STACK.linkTable());

    @Override
    public Installations installations() {
        return installations;
    }
}
