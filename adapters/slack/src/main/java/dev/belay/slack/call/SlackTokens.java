package dev.belay.slack.call;

import java.util.Optional;

/** The bot tokens, by workspace. */
public interface SlackTokens {
    /**
     * @param workspace the Slack team id
     * @return none when the workspace is not ours
     */
    Optional<String> token(String workspace);

    /** The token as its keeper has it now, read past every cache: asked for when Slack refuses the one in hand. */
    Optional<String> reread(String workspace);
}
