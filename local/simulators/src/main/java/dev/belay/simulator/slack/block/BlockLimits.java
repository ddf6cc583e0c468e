package dev.belay.simulator.slack.block;

import java.util.Map;
import java.util.Set;

/** The numbers and names of Block Kit (docs.slack.dev/reference/block-kit). */
final class BlockLimits {
    static final int BLOCKS = 50;
    static final int VIEW_BLOCKS = 100;
    static final int VIEW_LABEL = 24;
    static final int VIEW_METADATA = 3_000;
    static final int INPUT_LABEL = 2_000;
    static final int INPUT_TEXT = 3_000;
    static final int PLACEHOLDER = 150;
    static final int OPTION_TEXT = 75;
    static final int OPTION_VALUE = 150;
    static final int OPTIONS = 100;
    /** Of checkboxes and radio buttons, which show all of them. */
    static final int SHOWN_OPTIONS = 10;

    static final int SECTION_TEXT = 3_000;
    static final int SECTION_FIELDS = 10;
    static final int FIELD_TEXT = 2_000;
    static final int HEADER_TEXT = 150;
    static final int BUTTON_TEXT = 75;
    static final int BUTTON_VALUE = 2_000;
    static final int BUTTON_URL = 3_000;
    static final int IDENTIFIER = 255;
    static final int ACTIONS = 25;
    static final int CONTEXT = 10;
    /** Undocumented, measured by others (github.com/slackapi/bolt-js/issues/2509). */
    static final int ALL_TEXT = 13_200;

    /** What each block may hold; another property makes it invalid. */
    static final Map<String, Set<String>> PROPERTIES = Map.of(
            "section", Set.of("type", "block_id", "text", "fields", "accessory", "expand"),
            "header", Set.of("type", "block_id", "text", "level"),
            "divider", Set.of("type", "block_id"),
            "actions", Set.of("type", "block_id", "elements"),
            "context", Set.of("type", "block_id", "elements"),
            "input", Set.of("type", "block_id", "label", "element", "dispatch_action", "hint", "optional"),
            "button", Set.of("type", "text", "action_id", "url", "value", "style", "confirm", "accessibility_label"),
            "plain_text", Set.of("type", "text", "emoji"),
            "mrkdwn", Set.of("type", "text", "verbatim"));

    /** Blocks whose inside is not looked at here. */
    static final Set<String> OTHER_BLOCKS = Set.of("image", "rich_text", "markdown", "video", "file", "table");

    /** Blocks that stand in messages only. */
    static final Set<String> NOT_IN_VIEWS = Set.of("markdown", "file", "table");

    /** Interactive elements whose inside is not looked at here. */
    static final Set<String> OTHER_ELEMENTS = Set.of(
            "static_select",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_static_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select",
            "overflow",
            "datepicker",
            "timepicker",
            "datetimepicker",
            "checkboxes",
            "radio_buttons",
            "workflow_button",
            "image");

    private BlockLimits() {}
}
