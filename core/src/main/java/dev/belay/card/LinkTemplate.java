package dev.belay.card;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link that a card makes of its record's fields: a bridge, a runbook, a status page. Where it leads is the installation's word
 * alone: a field's value stands behind the host, percent-encoded, and is never an address of its own.
 *
 * @param label what people read
 * @param url https, a host, and a path in which {@code {field}} stands for what the field holds
 */
public record LinkTemplate(String label, String url) {
    /** A field, or one of what a reference leads to: {@code cmdb_ci.name}. */
    public static final String FIELD = "[a-z][a-z0-9_]{0,79}(?:\\.[a-z][a-z0-9_]{0,79}){0,2}";

    private static final String LABEL = "[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*";

    /** What a template looks like, as a regular expression. */
    public static final String FORM = "https://" + LABEL + "(?:\\." + LABEL + ")*(?::[0-9]{1,5})?"
            + "(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]|\\{" + FIELD + "\\}){0,400})?";

    private static final Pattern TEMPLATE = Pattern.compile(FORM);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(" + FIELD + ")\\}");

    /** Platforms bound an address; a longer one is not shown. */
    private static final int LONGEST = 500;

    public LinkTemplate {
        if (!isTemplate(url)) {
            throw new IllegalArgumentException("a link's template is https, a host, and fields behind it only");
        }
    }

    public static boolean isTemplate(String url) {
        return TEMPLATE.matcher(url).matches();
    }

    /** The fields that it is made of. */
    public Set<String> fields() {
        Set<String> names = new TreeSet<>();
        Matcher found = PLACEHOLDER.matcher(url);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /**
     * Where it leads for one record; none where a field of it is empty, would mean another folder, or makes it too long.
     *
     * @param field what a field holds, by its name; empty where it holds nothing
     */
    Optional<String> address(Function<String, String> field) {
        StringBuilder address = new StringBuilder();
        Matcher found = PLACEHOLDER.matcher(url);
        while (found.find()) {
            String value = field.apply(found.group(1)).strip();
            if (value.isEmpty() || value.equals(".") || value.equals("..")) {
                return Optional.empty();
            }
            found.appendReplacement(address, Matcher.quoteReplacement(encoded(value)));
        }
        found.appendTail(address);
        return Optional.of(address.toString()).filter(whole -> whole.length() <= LONGEST);
    }

    /** Everything but letters, digits and {@code -._~} (RFC 3986, 2.3). */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
