package dev.belay.text;

/** What people, or who pretends to be them, write where a title or a name is meant. */
public enum HostileText {
    NOTHING(""),
    ONLY_BLANKS(" \t\r\n\u00A0\u2028"),
    TEAMS_MENTION("<at>everybody</at> and <AT id=\"0\">Bob</AT> and < at>x</at>"),
    SLACK_MENTION("<!channel> <!here|now> <@U01BOB> <#C01|x> @everyone @here"),
    SLACK_LINK("<https://evil.example|https://acme.service-now.com>"),
    MARKDOWN("*bold* _it_ ~no~ `code` ```block``` [click](https://evil.example) **now** # x"),
    ENTITIES("&lt;!channel&gt; &amp; <b>x</b> <script>alert(1)</script>"),
    TEMPLATE("{{DATE(2026-01-01)}} {{{x}}} ${y}"),
    TURNED_AROUND("\u202Egnp.exe\u202C \u2066x\u2069"),
    HIDDEN_IN_THE_TURN("<\u202Eat>x<\u202E/at> <\u202E!channel> {\u202E{DATE(x)}}"),
    LINES("one\r\ntwo\u2028three\u0000four\u0085five"),
    LONG_WORD("x".repeat(300)),
    LONG_TITLE("All of the shops are down. ".repeat(11) + "end"),
    HALF_A_CHARACTER("a\uD83Db \uDD25 🔥"),
    MARK_OF_OURS("[belay:4b1f9c2e77aa01] belay-4b1f9c2e77aa01-3 bly-abcdefghijkm"),
    UMLAUTS("Größe: Ångström, Šárka & 東京 を"),
    QUOTES("\"}],\"text\":\"x\" \\ '--");

    /** The worst of them in one short line. */
    public static final String ALL_IN_ONE = "<at>x</at> <!channel> <\u202E!here> *b* `c` {{x}} & \u202Edne";

    private final String text;

    HostileText(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
