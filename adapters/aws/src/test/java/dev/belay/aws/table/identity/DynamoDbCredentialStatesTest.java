package dev.belay.aws.table.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.Cloud;
import dev.belay.credential.CredentialId;
import dev.belay.credential.CredentialState;
import dev.belay.credential.CredentialStates;
import dev.belay.credential.CredentialStatesContract;
import dev.belay.credential.Finding;
import dev.belay.record.Sample;
import dev.belay.time.MovedClock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The states on the simulated engine keep the contract, with one request each, and no TTL takes them. */
final class DynamoDbCredentialStatesTest implements CredentialStatesContract {
    private final CredentialStates states =
            Cloud.worker(MovedClock.at(Sample.OPENED)).credentialStates(Cloud.STACK.eventTable());

    @Override
    public CredentialStates states() {
        return states;
    }

    @Override
    public CredentialId id() {
        return new CredentialId(CredentialId.Kind.SLACK, "T" + Cloud.unique());
    }

    @Test
    void each_deed_is_one_request() {
        CredentialState refused = refused(id());
        assertThat(Cloud.requestsOf(() -> states.store(refused))).isEqualTo(Map.of("dynamodb UpdateItem", 1));
        assertThat(Cloud.requestsOf(() -> states.find(refused.id()))).isEqualTo(Map.of("dynamodb GetItem", 1));
        assertThat(Cloud.requestsOf(states::all)).isEqualTo(Map.of("dynamodb GetItem", 1));
    }

    @Test
    void a_write_whose_answer_was_lost_is_found_when_it_is_read_again() {
        CredentialState refused = refused(id());
        Cloud.losingTheFirstAnswer(() -> states.store(refused));
        assertThat(states.find(refused.id())).contains(refused);
    }

    @Test
    void no_ttl_takes_the_item() {
        states.store(refused(id()));
        assertThat(Cloud.item(Cloud.STACK.eventTable(), "credentials").keySet())
                .isNotEmpty()
                .doesNotContain("expires_at");
    }

    private static CredentialState refused(CredentialId id) {
        return CredentialState.next(id, Optional.empty(), new Finding.Refused("no"), NOW);
    }
}
