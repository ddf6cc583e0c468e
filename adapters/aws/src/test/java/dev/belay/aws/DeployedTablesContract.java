package dev.belay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.aws.deployed.TableState;
import dev.belay.simulator.aws.Stack;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is seen of tables from outside, on every engine that answers for DynamoDB. */
public interface DeployedTablesContract {
    AwsEngine engine();

    @Test
    default void a_table_is_seen_with_the_attribute_by_which_its_items_expire() {
        Stack stack = new Stack("seen" + Cloud.unique()).createTables(engine().operator(), Stack.Expiry.ON);
        assertThat(find(stack.eventTable())).hasValueSatisfying(state -> {
            assertThat(state.isActive()).isTrue();
            assertThat(state.expiresBy()).contains("expires_at");
        });
        assertThat(find(stack.linkTable()).flatMap(TableState::expiresBy)).isEmpty();
    }

    @Test
    default void a_table_is_seen_with_whether_it_can_be_restored_to_a_point_in_time() {
        Stack stack = new Stack("restored" + Cloud.unique()).createTables(engine().operator(), Stack.Expiry.ON);
        assertThat(find(stack.linkTable()).map(TableState::isRecoverable)).contains(true);
        assertThat(find(stack.eventTable()).map(TableState::isRecoverable)).contains(false);
    }

    @Test
    default void a_table_whose_items_stay_is_seen_so() {
        Stack stack = new Stack("kept" + Cloud.unique()).createTables(engine().operator(), Stack.Expiry.OFF);
        assertThat(find(stack.eventTable()))
                .hasValueSatisfying(state -> assertThat(state.expiresBy()).isEmpty());
    }

    @Test
    default void no_table_is_seen_where_there_is_none() {
        assertThat(find("no-such-table")).isEmpty();
    }

    private Optional<TableState> find(String table) {
        try (Aws aws = engine().worker(Clock.systemUTC())) {
            return aws.deployedTables().find(table);
        }
    }
}
