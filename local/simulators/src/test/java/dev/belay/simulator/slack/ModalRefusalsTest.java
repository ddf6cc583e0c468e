package dev.belay.simulator.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources: docs.slack.dev/reference/views/modal-views, …/block-kit/blocks/input-block, …/block-kit/block-elements. */
class ModalRefusalsTest {
    private final Stage stage = new Stage();
    private final App app = new App();

    @BeforeEach
    void begin() {
        stage.slack.requestUrl(app.url());
    }

    @AfterEach
    void end() {
        stage.close();
        app.close();
    }

    /** What is wrong with a view; "none" where nothing is. */
    private String refusal(String view) {
        stage.slack.press(AcmeWorkspace.ALICE, AcmeWorkspace.SUPPORT, stage.card(AcmeWorkspace.SUPPORT), "ack");
        JsonObject answer = stage.call("views.open", "trigger_id", app.payload().getString("trigger_id"), "view", view);
        return answer.getString("error", "none")
                + answer.getObject("response_metadata", new JsonObject()).getArray("messages", new JsonArray()).stream()
                        .map(message -> " " + message)
                        .collect(Collectors.joining());
    }

    private void refused(String view, String why) {
        assertThat(refusal(view)).isEqualTo("invalid_arguments [ERROR] " + why);
    }

    private static String plain(String text) {
        return "{\"type\":\"plain_text\",\"text\":\"" + text + "\"}";
    }

    private static String viewOf(String more, String blocks) {
        return "{\"type\":\"modal\",\"title\":" + plain("Resolve") + ",\"submit\":" + plain("Send") + more
                + ",\"blocks\":[" + blocks + "]}";
    }

    private static String input(String more, String element) {
        return "{\"type\":\"input\",\"label\":" + plain("Label") + more + ",\"element\":" + element + "}";
    }

    private static String element(String type, String more) {
        return "{\"type\":\"" + type + "\"" + more + "}";
    }

    private static String options(int count) {
        return ",\"options\":["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{\"text\":" + plain("Option " + i) + ",\"value\":\"v" + i + "\"}")
                        .collect(Collectors.joining(","))
                + "]";
    }

    private static final String AT = " [json-pointer:/view";
    private static final String ELEMENT = AT + "/blocks/0/element";

    @Test
    void a_modal_with_every_kind_of_input_is_opened() {
        String inputs = String.join(
                ",",
                input(
                        ",\"optional\":true,\"hint\":" + plain("Hint"),
                        element("plain_text_input", ",\"multiline\":true")),
                input("", element("url_text_input", "")),
                input("", element("users_select", "")),
                input("", element("multi_users_select", ",\"max_selected_items\":3")),
                input("", element("static_select", options(100))),
                input("", element("multi_static_select", options(1))),
                input("", element("checkboxes", options(10))),
                input("", element("radio_buttons", options(10))));
        assertThat(refusal(viewOf("", inputs))).isEqualTo("none");
    }

    @Test
    void the_frame_of_a_modal_has_its_form() {
        String block = Stage.section("x").substring(1, Stage.section("x").length() - 1);
        assertThat(refusal(viewOf("", block))).isEqualTo("none");
        refused(viewOf("", block).replace("\"modal\"", "\"home\""), "unsupported type" + AT + "/type]");
        refused(
                viewOf("", block).replace("\"title\"", "\"titel\""),
                "invalid additional property: titel" + AT + "] [ERROR] missing required field: title" + AT + "]");
        refused(
                viewOf("", block).replace("Resolve", "x".repeat(25)),
                "must be less than 25 characters" + AT + "/title/text]");
        refused(
                viewOf("", block).replace("Send", "x".repeat(25)),
                "must be less than 25 characters" + AT + "/submit/text]");
        refused(
                viewOf(",\"close\":" + plain("x".repeat(25)), block),
                "must be less than 25 characters" + AT + "/close/text]");
        refused(
                viewOf(",\"close\":{\"type\":\"mrkdwn\",\"text\":\"x\"}", block),
                "must be one of the allowed values: plain_text" + AT + "/close/type]");
        refused(viewOf("", ""), "must have at least 1 item" + AT + "/blocks]");
    }

    @ParameterizedTest
    @CsvSource({"callback_id,255", "private_metadata,3000", "external_id,255"})
    void the_texts_that_come_back_to_the_app_have_their_lengths(String name, int most) {
        String block = Stage.section("x").substring(1, Stage.section("x").length() - 1);
        assertThat(refusal(viewOf(",\"" + name + "\":\"" + "x".repeat(most) + "\"", block)))
                .isEqualTo("none");
        refused(
                viewOf(",\"" + name + "\":\"" + "x".repeat(most + 1) + "\"", block),
                "must be less than " + (most + 1) + " characters" + AT + "/" + name + "]");
    }

    @Test
    void a_modal_holds_100_blocks_and_250_kilobytes() {
        String block = "{\"type\":\"divider\"}";
        String hundred = (block + ",").repeat(99) + block;
        assertThat(refusal(viewOf("", hundred))).isEqualTo("none");
        refused(viewOf("", hundred + "," + block), "no more than 100 items allowed" + AT + "/blocks]");
        String big = Stage.section("€".repeat(3_000));
        String bigBlocks = (big.substring(1, big.length() - 1) + ",").repeat(28);
        assertThat(refusal(viewOf("", bigBlocks.substring(0, bigBlocks.length() - 1))))
                .isEqualTo("view_too_large");
    }

    /** Source of the words: github.com/slackapi/node-slack-sdk/pull/875. */
    @Test
    void a_modal_with_an_input_has_a_submit() {
        refused(
                viewOf("", input("", element("plain_text_input", ""))).replace(",\"submit\":" + plain("Send"), ""),
                "must define `submit` to use an `input` block in modals" + AT + "/blocks/0/input]");
    }

    @Test
    void each_block_has_an_id_of_its_own() {
        String input = input(",\"block_id\":\"b\"", element("plain_text_input", ""));
        refused(
                viewOf("", input + "," + input),
                "`block_id` b already exists for another block" + AT + "/blocks/1/block_id]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"markdown", "file", "table", "carpet"})
    void a_block_that_stands_in_messages_alone_is_refused(String type) {
        refused(viewOf("", element(type, "")), "unsupported type: " + type + AT + "/blocks/0/type]");
    }

    @Test
    void an_input_has_a_label_and_an_element() {
        refused(
                viewOf("", input("", element("plain_text_input", "")).replace("Label", "x".repeat(2_001))),
                "must be less than 2001 characters" + AT + "/blocks/0/label/text]");
        refused(
                viewOf("", input(",\"hint\":" + plain("x".repeat(2_001)), element("plain_text_input", ""))),
                "must be less than 2001 characters" + AT + "/blocks/0/hint/text]");
        refused(
                viewOf("", "{\"type\":\"input\",\"label\":" + plain("Label") + "}"),
                "missing required field: element" + AT + "/blocks/0]");
        refused(
                viewOf("", input(",\"optional\":\"yes\"", element("plain_text_input", ""))),
                "must be a boolean" + AT + "/blocks/0/optional]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "button|''|unsupported type: button|/type",
                "plain_text_input|,\"max_length\":3001|must be less than 3001|/max_length",
                "plain_text_input|,\"max_length\":0|must be greater than 0|/max_length",
                "plain_text_input|,\"max_length\":\"9\"|must be an integer|/max_length",
                "plain_text_input|,\"min_length\":9,\"max_length\":8|must be less than or equal to max_length|/min_length",
                "plain_text_input|,\"maximum\":1|invalid additional property: maximum|''",
                "url_text_input|,\"multiline\":true|invalid additional property: multiline|''",
                "users_select|,\"max_selected_items\":1|invalid additional property: max_selected_items|''",
                "multi_users_select|,\"max_selected_items\":0|must be greater than 0|/max_selected_items",
                "multi_users_select|,\"response_url_enabled\":true|invalid additional property: response_url_enabled|''",
                "static_select|''|must have at least 1 item|/options",
                "static_select|,\"options\":[{\"value\":\"v\"}]|missing required field: text|/options/0",
                "static_select|,\"options\":[{\"text\":{\"type\":\"plain_text\",\"text\":\"t\"}}]|missing required field: value|/options/0",
                "static_select|,\"options\":[{\"text\":{\"type\":\"mrkdwn\",\"text\":\"t\"},\"value\":\"v\"}]|"
                        + "must be one of the allowed values: plain_text|/options/0/text/type",
            })
    void an_element_has_its_form(String type, String more, String fault, String at) {
        refused(viewOf("", input("", element(type, more))), fault + ELEMENT + at + "]");
    }

    @ParameterizedTest
    @CsvSource({"static_select,100", "multi_static_select,100", "checkboxes,10", "radio_buttons,10"})
    void a_menu_offers_so_many_options(String type, int most) {
        refused(
                viewOf("", input("", element(type, options(most + 1)))),
                "no more than " + most + " items allowed" + ELEMENT + "/options]");
    }

    @Test
    void an_option_is_of_75_characters_and_its_value_of_150() {
        String select = viewOf("", input("", element("static_select", options(1))));
        assertThat(refusal(select.replace("Option 0", "x".repeat(75)).replace("v0", "x".repeat(150))))
                .isEqualTo("none");
        refused(
                select.replace("Option 0", "x".repeat(76)),
                "must be less than 76 characters" + ELEMENT + "/options/0/text/text]");
        refused(
                select.replace("v0", "x".repeat(151)),
                "must be less than 151 characters" + ELEMENT + "/options/0/value]");
        refused(
                viewOf(
                        "",
                        input(
                                "",
                                element(
                                        "static_select",
                                        options(1) + ",\"initial_option\":{\"text\":" + plain("Other")
                                                + ",\"value\":\"other\"}"))),
                "the initial option is not one of the options" + ELEMENT + "]");
    }

    @Test
    void an_external_id_is_one_views_alone() {
        String view = viewOf(",\"external_id\":\"mine\"", element("divider", ""));
        assertThat(refusal(view)).isEqualTo("none");
        assertThat(refusal(view)).isEqualTo("duplicate_external_id");
    }
}
