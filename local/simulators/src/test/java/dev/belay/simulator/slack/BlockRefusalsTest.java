package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Source: docs.slack.dev/reference/block-kit, unless said otherwise. */
class BlockRefusalsTest {
    private final Stage stage = new Stage();

    BlockRefusalsTest() {
        stage.slack.rateLimits().enforce(false);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    private JsonObject posted(String blocks) {
        return stage.call("chat.postMessage", "channel", AcmeWorkspace.SUPPORT, "text", "x", "blocks", blocks);
    }

    private void refused(String blocks, String message) {
        JsonObject answer = posted(blocks);
        assertThat(answer.getString("error")).isEqualTo("invalid_blocks");
        assertThat(answer.getObject("response_metadata").getArray("messages")).contains("[ERROR] " + message);
    }

    private static String times(int count, String item) {
        return IntStream.range(0, count)
                .mapToObj(i -> item.replace("#", "" + i))
                .collect(Collectors.joining(","));
    }

    private static String button(String more) {
        return "{\"type\":\"button\",\"text\":{\"type\":\"plain_text\",\"text\":\"Go\"}" + more + "}";
    }

    private static String actions(String elements) {
        return "[{\"type\":\"actions\",\"elements\":[" + elements + "]}]";
    }

    @Test
    void blocks_that_are_no_array_are_refused() {
        assertThat(posted("{}").getString("error")).isEqualTo("invalid_blocks_format");
        assertThat(posted("[").getString("error")).isEqualTo("invalid_blocks_format");
    }

    @Test
    void more_than_50_blocks_are_refused() {
        refused(
                "[" + times(51, "{\"type\":\"divider\"}") + "]",
                "no more than 50 items allowed [json-pointer:/blocks]");
    }

    @Test
    void a_section_takes_3000_characters() {
        assertThat(posted(Stage.section("x".repeat(3_000))).getBoolean("ok")).isTrue();
        refused(
                Stage.section("x".repeat(3_001)),
                "must be less than 3001 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void a_text_is_never_empty() {
        refused(Stage.section(""), "must be more than 0 characters [json-pointer:/blocks/0/text/text]");
    }

    @Test
    void a_header_takes_150_characters_of_plain_text() {
        String header = "[{\"type\":\"header\",\"text\":{\"type\":\"%s\",\"text\":\"%s\"}}]";
        refused(
                header.formatted("plain_text", "x".repeat(151)),
                "must be less than 151 characters [json-pointer:/blocks/0/text/text]");
        refused(
                header.formatted("mrkdwn", "x"),
                "must be one of the allowed values: plain_text [json-pointer:/blocks/0/text/type]");
    }

    @Test
    void a_section_takes_ten_fields_of_2000_characters() {
        String field = "{\"type\":\"mrkdwn\",\"text\":\"%s\"}";
        String section = "[{\"type\":\"section\",\"fields\":[%s]}]";
        refused(
                section.formatted(times(11, field.formatted("x"))),
                "no more than 10 items allowed [json-pointer:/blocks/0/fields]");
        refused(
                section.formatted(field.formatted("x".repeat(2_001))),
                "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]");
    }

    @Test
    void a_button_has_limits_for_text_value_url_and_id() {
        String at = " [json-pointer:/blocks/0/elements/0/";
        refused(
                actions(button("").replace("Go", "x".repeat(76))),
                "must be less than 76 characters" + at + "text/text]");
        refused(
                actions(button(",\"value\":\"" + "x".repeat(2_001) + "\"")),
                "must be less than 2001 characters" + at + "value]");
        refused(
                actions(button(",\"url\":\"" + "x".repeat(3_001) + "\"")),
                "must be less than 3001 characters" + at + "url]");
        refused(
                actions(button(",\"action_id\":\"" + "x".repeat(256) + "\"")),
                "must be less than 256 characters" + at + "action_id]");
        refused(actions(button(",\"value\":{}")), "must be a string" + at + "value]");
        refused(
                actions(button(",\"style\":\"gold\"")),
                "must be one of the allowed values: primary, danger" + at + "style]");
    }

    /** Source: github.com/knacklabs/gantry/issues/458. */
    @Test
    void an_action_id_is_its_own_inside_its_block() {
        String twin = button(",\"action_id\":\"ack\"");
        refused(
                actions(twin + "," + twin),
                "`action_id` ack already exists for another element [json-pointer:/blocks/0/elements/1/action_id]");
        assertThat(posted("[" + actions(twin).replaceAll("^.|.$", "") + ","
                                + actions(twin).replaceAll("^.|.$", "") + "]")
                        .getBoolean("ok"))
                .isTrue();
    }

    @Test
    void an_actions_block_takes_25_elements_and_not_none() {
        refused(
                actions(times(26, button(",\"action_id\":\"a#\""))),
                "no more than 25 items allowed [json-pointer:/blocks/0/elements]");
        refused(actions(""), "must have at least 1 item [json-pointer:/blocks/0/elements]");
    }

    @Test
    void a_context_takes_ten_elements() {
        refused(
                "[{\"type\":\"context\",\"elements\":[" + times(11, "{\"type\":\"mrkdwn\",\"text\":\"x\"}") + "]}]",
                "no more than 10 items allowed [json-pointer:/blocks/0/elements]");
    }

    @Test
    void a_block_or_property_that_nobody_knows_is_refused() {
        refused("[{\"type\":\"carpet\"}]", "unsupported type: carpet [json-pointer:/blocks/0/type]");
        refused(
                "[{\"type\":\"divider\",\"colour\":\"red\"}]",
                "invalid additional property: colour [json-pointer:/blocks/0]");
        refused("[\"divider\"]", "must provide an object [json-pointer:/blocks/0]");
        refused("[{\"type\":\"section\"}]", "missing required field: text [json-pointer:/blocks/0]");
    }

    @Test
    void two_blocks_of_one_id_are_refused() {
        String block = "{\"type\":\"divider\",\"block_id\":\"b\"}";
        refused(
                "[" + block + "," + block + "]",
                "`block_id` b already exists for another block [json-pointer:/blocks/1/block_id]");
    }

    /** Source: github.com/slackapi/bolt-js/issues/2509. */
    @Test
    void all_blocks_together_take_13200_characters() {
        String section = Stage.section("x".repeat(2_700)).replaceAll("^.|.$", "");
        assertThat(posted("[" + times(5, section) + "]").getString("error")).isEqualTo("msg_blocks_too_long");
        assertThat(posted("[" + times(4, section) + "]").getBoolean("ok")).isTrue();
    }

    @Test
    void a_block_without_an_id_is_given_one() {
        String blocks = JsonWriter.string(
                posted(actions(button(""))).getObject("message").getArray("blocks"));
        assertThat(blocks).contains("block_id").contains("action_id");
    }
}
