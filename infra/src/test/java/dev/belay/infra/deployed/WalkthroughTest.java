package dev.belay.infra.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Whoever changes the commands of README's section Deploy is told so where no engine of containers is, too. */
final class WalkthroughTest {
    @Test
    void the_commands_of_readme_are_those_that_the_proof_types() {
        assertThat(Walkthrough.ofReadme().left()).isEqualTo(DeployedStackTest.TYPED);
    }

    @Test
    void a_command_is_a_line_of_a_block_of_shell_in_the_section() {
        assertThat(Walkthrough.commands("""
                ## Try it
                ```sh
                ./belay local
                ```
                ## Deploy
                Once.
                ```sh
                ./belay build   # first
                sam deploy
                ```
                Then:
                ```sh
                ./belay doctor
                ```
                ```json
                {}
                ```
                ## Rings
                ```sh
                ./belay audit
                ```
                """)).containsExactly("./belay build", "sam deploy", "./belay doctor");
        assertThatThrownBy(() -> Walkthrough.commands("# Belay"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("README has no section Deploy");
    }

    @Test
    void another_command_than_the_next_one_is_not_typed() {
        Walkthrough walk = Walkthrough.ofReadme();
        assertThatThrownBy(() -> walk.next("sam deploy"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("README says ./belay build where the proof types sam deploy");
    }
}
