package dev.belay.dialog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person is asked before an action is done.
 *
 * @param title at most 24 characters, which is all that Slack shows (docs.slack.dev/reference/views)
 * @param submit what stands on the button that sends it, at most 24 characters
 * @param anyOf ids of fields of which one at least must be filled in; empty where each field says so for itself
 */
public record Dialog(String title, String submit, List<Field> fields, List<String> anyOf) {
    private static final int LONGEST_TITLE = 24;

    public Dialog {
        fields = List.copyOf(fields);
        anyOf = List.copyOf(anyOf);
        if (title.length() > LONGEST_TITLE || submit.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("a dialog's title and button have at most 24 characters");
        }
    }

    /** Where each field says for itself whether it must be filled in. */
    public Dialog(String title, String submit, List<Field> fields) {
        this(title, submit, fields, List.of());
    }

    /**
     * What is wrong with what was entered: for each field's id a sentence for the person. It says nothing of what only ServiceNow or
     * the chat platform knows.
     */
    public Map<String, String> problems(Input input) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (Field field : fields) {
            String problem = problem(field, input.of(field.id()));
            if (!problem.isEmpty()) {
                problems.put(field.id(), problem);
            }
        }
        if (!anyOf.isEmpty() && isNoneFilled(input)) {
            problems.put(anyOf.getFirst(), "Choose here or below: one at least.");
        }
        return problems;
    }

    private boolean isNoneFilled(Input input) {
        for (String id : anyOf) {
            if (!input.of(id).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static String problem(Field field, List<String> entered) {
        if (entered.isEmpty()) {
            return field.required() ? "Please fill this in." : "";
        }
        if (field instanceof Field.People people) {
            return entered.size() > people.most() ? atMost(people.most()) : "";
        }
        if (field instanceof Field.Words words) {
            return entered.getFirst().length() > words.longest() ? "At most " + words.longest() + " characters." : "";
        }
        if (field instanceof Field.WebAddress address) {
            return WebAddress.problem(entered.getFirst(), address.hosts());
        }
        return unknown((Field.Choice) field, entered) ? "This is not offered any more." : "";
    }

    private static String atMost(int people) {
        return people == 1 ? "Choose one person." : "Choose " + people + " people at most.";
    }

    private static boolean unknown(Field.Choice choice, List<String> entered) {
        for (String id : entered) {
            boolean offered = false;
            for (Field.Option option : choice.options()) {
                offered |= option.id().equals(id);
            }
            if (!offered) {
                return true;
            }
        }
        return false;
    }
}
