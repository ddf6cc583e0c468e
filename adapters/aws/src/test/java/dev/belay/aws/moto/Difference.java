package dev.belay.aws.moto;

import dev.belay.aws.moto.Deed.Answer;
import java.util.Arrays;
import java.util.Optional;

/** Where our engine and moto are known to differ, and what AWS's documentation says of it. */
enum Difference {
    /**
     * {@code UPDATED_OLD} and {@code UPDATED_NEW}: moto adds the key of a new item, leaves out what an update set to what it
     * was, and returns lists whole. AWS "returns only the updated attributes" (API_UpdateItem).
     */
    WHAT_WAS_UPDATED {
        @Override
        boolean explains(Deed deed, Answer ours, Answer moto) {
            return deed.said().contains("ReturnValues=UPDATED_") && ours.status() == 200 && moto.status() == 200;
        }
    },
    /**
     * An update in a transaction that does not fit its item: moto refuses the request, where AWS cancels the transaction with
     * a {@code ValidationError} among its reasons (API_TransactWriteItems: "The document path provided in the update
     * expression is invalid for update", "The provided expression refers to an attribute that does not exist in the item").
     */
    AN_ENTRY_THAT_DOES_NOT_FIT {
        @Override
        boolean explains(Deed deed, Answer ours, Answer moto) {
            return ours.error().equals("TransactionCanceledException")
                    && ours.content().toString().contains("[ValidationError, {}]")
                    && moto.error().equals("ValidationException");
        }
    };

    abstract boolean explains(Deed deed, Answer ours, Answer moto);

    static Optional<Difference> between(Deed deed, Answer ours, Answer moto) {
        return Arrays.stream(values())
                .filter(difference -> difference.explains(deed, ours, moto))
                .findFirst();
    }
}
