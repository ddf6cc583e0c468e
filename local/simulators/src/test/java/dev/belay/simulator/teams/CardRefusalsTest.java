package dev.belay.simulator.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sources: adaptivecards.io/schemas/1.5.0/adaptive-card.json, learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards
 * (cards-reference: version; cards-format: mentions).
 */
class CardRefusalsTest {
    private final Stage stage = new Stage();

    @AfterEach
    void end() {
        stage.close();
    }

    private String refusal(String card) {
        Stage.Answer answer = stage.connector("POST", Stage.activities(AcmeTeams.SUPPORT), Stage.message(card));
        return answer.status() == 201 ? "none" : answer.status() + " " + answer.message();
    }

    private void refused(String card, String why) {
        assertThat(refusal(card)).isEqualTo("400 The Adaptive Card is not valid: " + why);
    }

    @Test
    void a_card_with_both_kinds_of_buttons_is_taken() {
        assertThat(refusal(Stage.CARD)).isEqualTo("none");
    }

    @Test
    void a_card_says_what_it_is_and_in_which_version() {
        refused("{\"type\":\"Card\"}", "type is not AdaptiveCard");
        refused("null", "type is not AdaptiveCard");
        refused("{\"type\":\"AdaptiveCard\",\"body\":[]}", "version is missing or not a version");
        refused(Stage.cardOf("").replace("1.5", "1.6"), "Teams shows cards up to version 1.5");
        refused("{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":{}}", "body is not an array");
    }

    @Test
    void an_element_is_of_a_known_type_and_has_what_it_needs() {
        refused(Stage.cardOf("{\"type\":\"Carousel\"}"), "no element is of type Carousel");
        refused(Stage.cardOf("{\"type\":\"TextBlock\"}"), "TextBlock has no text");
        refused(Stage.cardOf("{\"type\":\"Input.Text\"}"), "Input.Text has no id");
        refused(Stage.cardOf("{\"type\":\"Container\",\"items\":[{\"type\":\"Image\"}]}"), "Image has no url");
        refused(
                Stage.cardOf("{\"type\":\"ColumnSet\",\"columns\":[{\"items\":[{\"type\":\"FactSet\"}]}]}"),
                "FactSet has no facts");
        refused(Stage.cardOf("\"text\""), "an element is not an object");
    }

    @Test
    void an_action_is_of_a_known_type_and_old_enough_for_its_card() {
        String execute = Stage.cardOf("{\"type\":\"ActionSet\",\"actions\":[{\"type\":\"Action.Execute\"}]}");
        refused(execute.replace("1.5", "1.3"), "Action.Execute needs version 1.4");
        assertThat(refusal(execute)).isEqualTo("none");
        refused(execute.replace("Action.Execute", "Action.Http"), "no element is of type Action.Http");
        refused(execute.replace("Action.Execute", "Action.OpenUrl"), "Action.OpenUrl has no url");
    }

    @Test
    void the_fallback_of_an_action_is_an_action_too() {
        refused(Stage.CARD.replace("Action.Submit", "Action.Sumbit"), "no element is of type Action.Sumbit");
    }

    @Test
    void an_id_is_borne_once() {
        String twice = "{\"type\":\"Input.Text\",\"id\":\"a\"},{\"type\":\"Input.Text\",\"id\":\"a\"}";
        refused(Stage.cardOf(twice), "the id a is borne twice");
    }

    @Test
    void mentions_and_texts_agree() {
        String text = "{\"type\":\"TextBlock\",\"text\":\"Hi <at>Alice</at>\"}";
        refused(Stage.cardOf(text), "msteams.entities and the <at> of the texts do not match");
        assertThat(refusal(mentioning(text, "<at>Alice</at>", AcmeTeams.ALICE))).isEqualTo("none");
        assertThat(refusal(mentioning(text, "<at>Alice</at>", "alice@acme.example")))
                .isEqualTo("none");
        refused(mentioning(text, "<at>Alice</at>", "nobody"), "a mention names nobody");
        refused(
                mentioning(text, "<at>Bob</at>", AcmeTeams.BOB),
                "msteams.entities and the <at> of the texts do not match");
    }

    @Test
    void an_at_that_mentions_nobody_is_refused_wherever_it_stands() {
        for (String element : new String[] {
            "{\"type\":\"FactSet\",\"facts\":[{\"title\":\"t\",\"value\":\"<at>x</at>\"}]}",
            "{\"type\":\"Container\",\"items\":[{\"type\":\"TextBlock\",\"text\":\"<at>x</at>\"}]}",
            "{\"type\":\"RichTextBlock\",\"inlines\":[{\"type\":\"TextRun\",\"text\":\"<at>x</at>\"}]}"
        }) {
            refused(Stage.cardOf(element), "msteams.entities and the <at> of the texts do not match");
        }
        assertThat(refusal(Stage.cardOf("{\"type\":\"TextBlock\",\"text\":\"< at>x</at> &lt;at&gt;\"}")))
                .isEqualTo("none");
    }

    private static String mentioning(String element, String text, String id) {
        String mention =
                "{\"type\":\"mention\",\"text\":\"" + text + "\",\"mentioned\":{\"id\":\"" + id + "\",\"name\":\"A\"}}";
        String card = Stage.cardOf(element);
        return card.substring(0, card.length() - 1) + ",\"msteams\":{\"entities\":[" + mention + "]}}";
    }

    @Test
    void a_card_refreshes_for_60_people_at_most() {
        String refresh = ",\"refresh\":{\"action\":{\"type\":\"Action.Execute\"},\"userIds\":["
                + String.join(",", Collections.nCopies(61, "\"29:1\"")) + "]}}";
        String card = Stage.cardOf("");
        refused(card.substring(0, card.length() - 1) + refresh, "refresh names more than 60 people");
    }

    @Test
    void every_element_of_the_format_is_known() {
        for (String element : List.of(
                "{\"type\":\"RichTextBlock\",\"inlines\":[]}",
                "{\"type\":\"ImageSet\",\"images\":[{\"url\":\"https://x.example\"}]}",
                "{\"type\":\"Table\",\"rows\":[{\"cells\":[{\"items\":[]}]}]}",
                "{\"type\":\"Input.Toggle\",\"id\":\"t\",\"title\":\"T\"}",
                "{\"type\":\"Input.ChoiceSet\",\"id\":\"c\",\"choices\":[]}")) {
            assertThat(refusal(Stage.cardOf(element))).isEqualTo("none");
        }
    }

    private static String input(String type, String more) {
        return Stage.cardOf("{\"type\":\"Input." + type + "\",\"id\":\"i\"" + more + "}");
    }

    @Test
    void a_text_is_filled_in_as_its_card_says() {
        stage.teams.rateLimits().enforce(false);
        assertThat(
                        refusal(
                                input(
                                        "Text",
                                        ",\"style\":\"Url\",\"maxLength\":9,\"regex\":\"^a\",\"isRequired\":true,\"errorMessage\":\"x\"")))
                .isEqualTo("none");
        refused(input("Text", ",\"style\":\"link\""), "no style of Input.Text is link");
        refused(input("Text", ",\"maxLength\":0"), "maxLength of Input.Text is not a number above 0");
        refused(input("Text", ",\"maxLength\":\"9\""), "maxLength of Input.Text is not a number above 0");
        refused(input("Text", ",\"regex\":\"(\""), "regex of Input.Text is not a regular expression");
        refused(input("Text", ",\"isRequired\":\"yes\""), "isRequired of Input.Text is neither true nor false");
        refused(input("Text", ",\"isMultiline\":1"), "isMultiline of Input.Text is neither true nor false");
        refused(input("Text", ",\"errorMessage\":true"), "errorMessage of Input.Text is not a text");
    }

    @Test
    void a_choice_is_among_titles_with_values() {
        stage.teams.rateLimits().enforce(false);
        String choices = ",\"choices\":[{\"title\":\"t\",\"value\":\"v\"}]";
        assertThat(refusal(input("ChoiceSet", choices + ",\"style\":\"filtered\",\"isMultiSelect\":true")))
                .isEqualTo("none");
        refused(input("ChoiceSet", ""), "Input.ChoiceSet has no choices");
        refused(input("ChoiceSet", choices.replace("value", "val")), "a choice has no title or no value");
        refused(input("ChoiceSet", choices.replace("\"v\"", "1")), "a choice has no title or no value");
        refused(input("ChoiceSet", choices + ",\"style\":\"radio\""), "no style of Input.ChoiceSet is radio");
        refused(
                input("ChoiceSet", choices + ",\"isMultiSelect\":\"true\""),
                "isMultiSelect of Input.ChoiceSet is neither true nor false");
    }

    /** Source: …/task-modules-and-cards/cards/people-picker. */
    @Test
    void a_people_picker_asks_for_the_people_of_the_organization_or_of_the_conversation() {
        String picker = ",\"choices.data\":{\"type\":\"Data.Query\",\"dataset\":\"graph.microsoft.com/users\"}";
        assertThat(refusal(input("ChoiceSet", picker))).isEqualTo("none");
        assertThat(refusal(input("ChoiceSet", picker.replace("users", "users?scope=currentContext"))))
                .isEqualTo("none");
        refused(input("ChoiceSet", picker.replace("Data.Query", "Query")), "choices.data is not a Data.Query");
        refused(
                input("ChoiceSet", picker.replace("users", "people")),
                "choices.data asks for no people, and nothing else is simulated");
        refused(
                input("ChoiceSet", ",\"choices.data\":\"graph.microsoft.com/users\""),
                "choices.data is not a Data.Query");
    }
}
