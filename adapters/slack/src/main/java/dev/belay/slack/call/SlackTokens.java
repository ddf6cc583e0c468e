package dev.belay.slack.call;

import java.util.Optional;

/** The bot tokens, by workspace, as the bot-token secret names them. */
public interface SlackTokens {
    /**
     * @param workspace the Slack team id
     * @return none when the secret has no entry for the workspace
     */
    Optional<String> token(String workspace);

    /** The token as its keeper has it now, read past every cache: asked for when Slack refuses the one in hand. */
    Optional<String> reread(String workspace);

    /** What a person does where a workspace has none, without a full stop. */
    default String remedy(String workspace) {
        return "store it with './belay secrets put slack/" + workspace + "'";
    }

    /**
     * Told that Slack refuses a workspace's token, also as it was read again.
     *
     * @param said which error, and to what, without any token
     */
    void refused(String workspace, String said);
}
