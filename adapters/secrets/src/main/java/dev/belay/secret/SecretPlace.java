package dev.belay.secret;

import java.util.List;

/**
 * Where one secret is expected, and how a person stores it. Its sentences name the secret as people do and never an ARN, so that they
 * can be shown to anyone. Written without lambdas, for ingress.
 *
 * @param id its name or ARN, as the functions are told it
 * @param owner the workspace, tenant or instance that it is for; empty where there is one for all
 */
public record SecretPlace(String id, SecretKind kind, String owner) {
    /** @param listed where such secrets are, as {@link SecretIds} reads it: the first place of them that may hold this one */
    public static SecretPlace first(String listed, SecretKind kind, String owner) {
        List<String> ids = SecretIds.of(listed, owner);
        return new SecretPlace(ids.isEmpty() ? listed : ids.get(0), kind, owner);
    }

    /** That it holds nothing yet, and what fills it; without a full stop. */
    public String missing() {
        return "not set up yet: " + subject() + " is missing or empty: " + remedy();
    }

    /** That it cannot be used as it is, and what to do. */
    public String wrong(String why) {
        return subject() + " is wrong: " + why + "; " + remedy();
    }

    /** As people call it. */
    public String subject() {
        String stack = stack();
        return stack.isEmpty() ? "the secret that the stack was given for " + below() : "the secret " + id;
    }

    /** What stores it. */
    public String remedy() {
        String stack = stack();
        return stack.isEmpty()
                ? "store " + kind.document()
                        + (kind == SecretKind.SLACK_TOKENS ? ", or {\"" + owner + "\": \"xoxb-…\"}," : "") + " in it"
                : "store it with '" + put(stack, below()) + "'";
    }

    /**
     * The command that stores a secret. It names the stack always: without that it would take the one that this folder's setup says.
     *
     * @param name below the stack's name, such as {@code slack/T01ACME}
     */
    public static String put(String stack, String name) {
        return "./belay secrets put " + name + " --stack " + stack;
    }

    private String below() {
        return kind.name(owner);
    }

    /** The stack that names it by its own name; empty where the stack was given another's. */
    private String stack() {
        String end = "/" + below();
        return id.startsWith("arn:") || !id.endsWith(end) ? "" : id.substring(0, id.length() - end.length());
    }
}
