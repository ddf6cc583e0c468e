package dev.belay.file;

import dev.belay.record.NoteReference;
import dev.belay.text.PlainText;
import java.util.regex.Pattern;

/**
 * A file's name that every side takes: no part of a path, nothing that a system reads as more than a name, and short. What people called
 * the file stays readable in it.
 */
public record FileName(String value) {
    /** In UTF-16 units: {@code sys_attachment.file_name} holds no more. */
    private static final int LONGEST = 100;

    private static final int LONGEST_ENDING = 12;

    /**
     * What SharePoint does not let stand in a name, and what others read as more than a name
     * (support.microsoft.com, "Restrictions and limitations in OneDrive and SharePoint").
     */
    private static final String UNFIT = "\"*:<>?/\\|#%&^~{}[]`$=;'";

    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d|desktop)\\s*(\\.|$)", Pattern.CASE_INSENSITIVE);

    private static final Pattern TAG = Pattern.compile(" ?\\(bly-[a-z2-9]{12}\\)");

    private static final Pattern SHAREPOINTS_OWN = Pattern.compile("_vti_", Pattern.CASE_INSENSITIVE);

    public FileName {
        if (!value.equals(fit(value))) {
            throw new IllegalArgumentException("a file's name is made by FileName.of");
        }
    }

    /** The nearest name that fits; never empty. */
    public static FileName of(String called) {
        return new FileName(fit(called));
    }

    /** The same with a reference in it, by which the file is found again: {@code report (bly-…).pdf}. */
    public FileName with(NoteReference reference) {
        String tag = " (" + reference.value() + ")";
        String ending = ending(value);
        String base = value.substring(0, value.length() - ending.length());
        return new FileName(cut(base, LONGEST - tag.length() - ending.length()) + tag + ending);
    }

    /** The same without such a reference. */
    public FileName withoutReference() {
        return of(TAG.matcher(value).replaceFirst(""));
    }

    /** What a part that was cut leaves may be unfit in turn: until nothing changes any more. */
    private static String fit(String called) {
        String fit = fitted(called);
        for (String next = fitted(fit); !next.equals(fit); next = fitted(fit)) {
            fit = next;
        }
        return fit;
    }

    private static String fitted(String called) {
        StringBuilder fit = new StringBuilder();
        PlainText.line(called).chars().forEach(c -> fit.append(UNFIT.indexOf(c) < 0 ? (char) c : '_'));
        String name = bare(SHAREPOINTS_OWN.matcher(fit).replaceAll("-vti-"));
        String ending = ending(name);
        String base = bare(cut(name.substring(0, name.length() - ending.length()), LONGEST - ending.length()));
        if (base.isEmpty()) {
            return "file" + ending;
        }
        return RESERVED.matcher(base).lookingAt() ? "file " + base + ending : base + ending;
    }

    /** Without what hides a file, or ends a name that no system ends so. */
    private static String bare(String name) {
        int from = 0;
        int end = name.length();
        while (from < end && isEdge(name.charAt(from))) {
            from++;
        }
        while (end > from && isEdge(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(from, end);
    }

    private static boolean isEdge(char c) {
        return c == '.' || c == ' ';
    }

    /** With its dot; empty where there is none. */
    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end).stripTrailing();
    }

    @Override
    public String toString() {
        return value;
    }
}
