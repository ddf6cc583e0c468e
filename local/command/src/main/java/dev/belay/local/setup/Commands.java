package dev.belay.local.setup;

import dev.belay.local.setup.answer.Answers;
import java.nio.file.Path;

/** The commands that are left to type, with the stack and region in place. */
record Commands(String stack, String region) {
    static Commands of(Answers answers) {
        return new Commands(answers.text("stack"), answers.text("region"));
    }

    /** The options that say which stack it is. */
    String options() {
        return (stack.equals("belay") ? "" : " --stack " + stack) + " --region " + region;
    }

    String putSecret(String name) {
        return "./belay secrets put " + name + options();
    }

    String doctor() {
        return "./belay doctor" + options();
    }

    String putSettings(String parameter, Path file) {
        return "aws ssm put-parameter --overwrite --type String --tier Intelligent-Tiering --name " + parameter
                + " --value file://" + file + " --region " + region;
    }
}
