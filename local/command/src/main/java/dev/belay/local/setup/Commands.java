package dev.belay.local.setup;

import dev.belay.local.setup.answer.Answers;
import dev.belay.secret.SecretPlace;
import java.nio.file.Path;

/** The commands that are left to type, with the stack and region in place. */
record Commands(String stack, String region) {
    static Commands of(Answers answers) {
        return new Commands(answers.text("stack"), answers.text("region"));
    }

    /** The options that say which stack it is. Always both: what a command takes without them is said by the folder that it is typed in. */
    String options() {
        return " --stack " + stack + " --region " + region;
    }

    /**
     * Setup itself, told the folder that it writes into.
     *
     * @param out that folder
     */
    static String setup(Path out) {
        return "./belay setup" + outOption(out);
    }

    /** The option that names setup's folder, with a blank before it; empty where it is the usual one. */
    static String outOption(Path out) {
        return out.equals(Path.of(SetupCommand.OUT)) ? "" : " --out " + out;
    }

    String putSecret(String name) {
        return SecretPlace.put(stack, name) + " --region " + region;
    }

    String doctor() {
        return "./belay doctor" + options();
    }

    String putSettings(String parameter, Path file) {
        return "aws ssm put-parameter --overwrite --type String --tier Intelligent-Tiering --name " + parameter
                + " --value file://" + file + " --region " + region;
    }
}
