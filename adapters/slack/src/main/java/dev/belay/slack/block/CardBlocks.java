package dev.belay.slack.block;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.model.Message;
import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.belay.card.Card;
import dev.belay.card.CardAction;
import dev.belay.card.CardButton;
import dev.belay.card.Fact;
import dev.belay.card.PrivateAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws cards and private answers as Slack shows them, within Block Kit's limits (docs.slack.dev/reference/block-kit). */
public final class CardBlocks {
    /** Marks a message of ours in its metadata. */
    public static final String EVENT = "belay_card";

    private static final int HEADER = 150;
    private static final int SECTION = 3000;
    private static final int FIELD = 2000;
    private static final int FIELDS = 10;
    private static final int BUTTON = 75;
    private static final int BUTTONS = 25;
    private static final int VALUE = 2000;
    private static final int FALLBACK = 4000;
    /** All texts of a message together; more ends in {@code msg_blocks_too_long} (github.com/slackapi/bolt-js/issues/2509). */
    private static final int ALL_FIELDS = 10_000;

    private CardBlocks() {}

    public static List<LayoutBlock> blocks(Card card) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(HeaderBlock.builder().text(plain(card.title(), HEADER)).build());
        if (card.title().length() > HEADER) {
            blocks.add(
                    SectionBlock.builder().text(plain(card.heading(), SECTION)).build());
        }
        for (List<Fact> facts : chunks(card.facts(), FIELDS)) {
            blocks.add(SectionBlock.builder().fields(fields(facts, card)).build());
        }
        blocks.add(ContextBlock.builder()
                .elements(List.of(mrkdwn(CardText.link(card.link(), openLabel(card)))))
                .build());
        blocks.addAll(actions(card.buttons()));
        return blocks;
    }

    /** What stands for the card in a notification and for a screen reader. */
    public static String text(Card card) {
        String facts = card.facts().stream()
                .map(fact -> fact.label() + ": " + fact.plain())
                .collect(Collectors.joining(". "));
        return CardText.escaped(facts.isEmpty() ? card.heading() : card.heading() + ". " + facts, FALLBACK);
    }

    /** Whose card it is. Everyone in the workspace can read a message's metadata: it is no secret. */
    public static Message.Metadata metadata(Card card, String marker) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("sys_id", card.record().sysId().value());
        payload.put("table", card.record().table());
        payload.put("generation", card.generation());
        payload.put("marker", marker);
        return Message.Metadata.builder().eventType(EVENT).eventPayload(payload).build();
    }

    public static List<LayoutBlock> blocks(PrivateAnswer answer) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(SectionBlock.builder()
                .text(mrkdwn(CardText.escaped(answer.sentence(), SECTION)))
                .build());
        blocks.addAll(actions(answer.offer().stream().toList()));
        return blocks;
    }

    public static String text(PrivateAnswer answer) {
        return CardText.escaped(answer.sentence(), FALLBACK);
    }

    /** Words for a place that has no formatting, such as a topic. */
    public static String plainText(String words, int most) {
        return CardText.withoutSyntax(words, most);
    }

    private static String openLabel(Card card) {
        return card.number().isEmpty() ? "Open in ServiceNow" : "Open " + card.number() + " in ServiceNow";
    }

    private static List<TextObject> fields(List<Fact> facts, Card card) {
        int most = Math.min(FIELD, ALL_FIELDS / card.facts().size());
        return facts.stream().<TextObject>map(fact -> field(fact, most)).toList();
    }

    private static MarkdownTextObject field(Fact fact, int most) {
        String label = "*" + CardText.escaped(fact.label(), 100) + "*\n";
        return mrkdwn(label + FactText.of(fact, most - label.length()));
    }

    private static List<LayoutBlock> actions(List<CardButton> buttons) {
        return chunks(buttons, BUTTONS).stream()
                .<LayoutBlock>map(some -> ActionsBlock.builder()
                        .elements(some.stream().map(CardBlocks::button).toList())
                        .build())
                .toList();
    }

    private static BlockElement button(CardButton button) {
        return ButtonElement.builder()
                .actionId(button.action().id())
                .text(plain(button.label(), BUTTON))
                .style(style(button.action().weight()))
                .value(value(button))
                .build();
    }

    /** Slack's style of a button; none is its plain one (docs.slack.dev/reference/block-kit/block-elements/button-element). */
    private static @Nullable String style(CardAction.Weight weight) {
        return switch (weight) {
            case PRIMARY -> "primary";
            case DANGER -> "danger";
            case DEFAULT -> null;
        };
    }

    private static String value(CardButton button) {
        JsonObject value = new JsonObject();
        value.addProperty("table", button.record().table());
        value.addProperty("sys_id", button.record().sysId().value());
        value.addProperty("action", button.action().id());
        value.addProperty("generation", button.generation());
        value.addProperty("shown", button.shown());
        button.replaces().ifPresent(whom -> value.addProperty("replaces", whom));
        if (!button.options().isEmpty()) {
            value.add("options", options(button));
        }
        String json = value.toString();
        if (json.length() > VALUE) {
            throw new IllegalArgumentException("what the button carries does not fit into " + VALUE + " characters");
        }
        return json;
    }

    private static JsonArray options(CardButton button) {
        JsonArray options = new JsonArray();
        button.options().forEach(option -> {
            JsonArray pair = new JsonArray();
            pair.add(option.id());
            pair.add(option.label());
            options.add(pair);
        });
        return options;
    }

    private static PlainTextObject plain(String words, int most) {
        return PlainTextObject.builder()
                .text(CardText.cut(words, most))
                .emoji(false)
                .build();
    }

    /** Verbatim: Slack makes no links or mentions of names that it finds in the words. */
    private static MarkdownTextObject mrkdwn(String text) {
        return MarkdownTextObject.builder().text(text).verbatim(true).build();
    }

    private static <T> List<List<T>> chunks(List<T> all, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return chunks;
    }
}
