package dev.belay.local.setup.answer;

import dev.belay.document.ValueFormat;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an answer must look like.
 *
 * @param description what to give, such as {@code the Slack team id, such as "T01ACME"}
 */
public record Form(Predicate<String> matches, String description) {
    /** As the settings document has it. */
    static Form of(ValueFormat format) {
        return new Form(format::matches, format.description());
    }

    static Form of(String pattern, String description) {
        Pattern form = Pattern.compile(pattern);
        return new Form(text -> form.matcher(text).matches(), description);
    }

    /** Several of one form, with commas between them. */
    static Form listOf(ValueFormat format) {
        return new Form(
                text -> Pattern.compile(",")
                        .splitAsStream(text)
                        .map(String::strip)
                        .allMatch(format::matches),
                format.description() + "; several with commas between them");
    }

    /** Targets of a pager: each its id and, behind an equals sign, what people know it by. */
    static Form targets(ValueFormat id) {
        return new Form(
                text -> Pattern.compile(",").splitAsStream(text).allMatch(each -> {
                    int equals = each.indexOf('=');
                    return equals > 0
                            && id.matches(each.substring(0, equals).strip())
                            && ValueFormat.TARGET_LABEL.matches(
                                    each.substring(equals + 1).strip());
                }),
                id.description() + ", an equals sign and what people know it by, such as \"PONCALL=Major incidents\";"
                        + " several with commas between them");
    }
}
