package dev.belay.webhook;

import dev.belay.pager.Pager;
import dev.belay.pager.PagerContract;
import dev.belay.settings.PagerSettings.Target;
import dev.belay.simulator.call.HttpFailure;
import dev.belay.simulator.http.Faults.Fault;
import dev.belay.simulator.webhook.Delivery;
import dev.belay.simulator.webhook.SimulatedWebhook;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

/** The adapter keeps the contract on a receiver that does each key once. */
final class SimulatedWebhookTest implements PagerContract {
    private final ReceiverStage stage = new ReceiverStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @Override
    public Pager pager() {
        return stage.pager;
    }

    @Override
    public List<Target> targets() {
        return List.of(ReceiverStage.DATABASES, ReceiverStage.NETWORK);
    }

    @Override
    public int paged(Target target) {
        return (int) stage.receiver.effects().stream()
                .filter(delivery -> delivery.body().contains("\"id\":\"" + target.id() + "\""))
                .count();
    }

    @Override
    public String shown() {
        return stage.receiver.effects().stream().map(Delivery::body).collect(Collectors.joining("\n"));
    }

    @Override
    public void lose(int after, boolean done) {
        stage.faults.breakCall(after, done ? Fault.RESPONSE_LOST : Fault.REQUEST_LOST);
    }

    @Override
    public void breakDown() {
        stage.receiver.failing().next(100, SimulatedWebhook.CALL, HttpFailure.page(503));
    }

    @Override
    public void limit() {
        stage.receiver.failing().next(100, SimulatedWebhook.CALL, HttpFailure.page(429));
    }

    @Override
    public void refuseKey() {
        stage.keys.forget(ReceiverStage.NAME);
    }
}
