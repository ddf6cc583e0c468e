package dev.belay.local.doctor;

import dev.belay.aws.Parameters;
import dev.belay.document.InvalidSettings;
import dev.belay.document.SettingsDocument;
import dev.belay.failure.ExternalFailure;
import dev.belay.failure.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the workers find a settings document that they can read. */
final class SettingsCheck {
    private static final String AREA = "settings";

    private final Parameters parameters;
    private final String name;
    private final List<Result> results = new ArrayList<>();

    /** @param name of the parameter that holds the document */
    SettingsCheck(Parameters parameters, String name) {
        this.parameters = parameters;
        this.name = name;
    }

    /** The document; none where it is of no use. */
    Optional<SettingsDocument> read() {
        try {
            SettingsDocument document = SettingsDocument.read(parameters.text(name));
            document.warnings()
                    .forEach(warning -> results.add(Result.warning(
                            AREA, name, warning.toString(), "change the document, or leave it where it is meant")));
            results.add(paused(document));
            return Optional.of(document);
        } catch (InvalidSettings e) {
            results.add(Result.wrong(
                    AREA,
                    name,
                    "the document has " + e.problems().size() + " mistakes, so no worker starts with it: "
                            + e.problems().getFirst(),
                    "correct it: './belay settings check FILE' names them all; then store it with 'aws ssm put-parameter"
                            + " --overwrite'"));
        } catch (Rejected e) {
            results.add(Result.wrong(
                    AREA,
                    name,
                    String.valueOf(e.getMessage()),
                    "store the document there with 'aws ssm put-parameter --type String --tier Intelligent-Tiering --name "
                            + name + " --value file://my-settings.json', or give --settings, the stack's parameter"
                            + " SettingsParameter"));
        } catch (ExternalFailure e) {
            results.add(Result.unknown(AREA, name, String.valueOf(e.getMessage()), "look again when AWS answers"));
        }
        return Optional.empty();
    }

    private Result paused(SettingsDocument document) {
        return document.settings().pauseOutbound()
                ? Result.warning(
                        AREA,
                        name,
                        "everything outbound is paused, so that all work waits in the queues",
                        "set pause_outbound to false")
                : Result.good(
                        AREA,
                        name,
                        "records of " + document.settings().serviceNow().instance() + ", "
                                + document.settings().routes().size() + " routes");
    }

    List<Result> results() {
        return List.copyOf(results);
    }
}
