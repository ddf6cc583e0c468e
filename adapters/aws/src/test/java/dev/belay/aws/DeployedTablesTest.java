package dev.belay.aws;

/** What is seen of tables on our simulator. */
final class DeployedTablesTest implements DeployedTablesContract {
    @Override
    public AwsEngine engine() {
        return Cloud.ENGINE;
    }
}
