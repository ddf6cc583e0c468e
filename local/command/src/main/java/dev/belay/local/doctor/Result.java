package dev.belay.local.doctor;

import dev.belay.failure.ExternalFailure;
import java.util.function.Supplier;

/**
 * One thing that was looked at.
 *
 * @param area in one word, such as {@code tables}
 * @param subject which of them
 * @param said in words, without a full stop
 * @param remedy what to do about it, without a full stop; empty where there is nothing to do
 */
record Result(String area, String subject, Verdict verdict, String said, String remedy) {
    Result {
        if (remedy.isBlank() != (verdict == Verdict.GOOD)) {
            throw new IllegalArgumentException("what is not good has a remedy, and nothing else has one");
        }
    }

    static Result good(String area, String subject, String said) {
        return new Result(area, subject, Verdict.GOOD, said, "");
    }

    static Result warning(String area, String subject, String said, String remedy) {
        return new Result(area, subject, Verdict.WARNING, said, remedy);
    }

    static Result unknown(String area, String subject, String said, String remedy) {
        return new Result(area, subject, Verdict.UNKNOWN, said, remedy);
    }

    static Result wrong(String area, String subject, String said, String remedy) {
        return new Result(area, subject, Verdict.WRONG, said, remedy);
    }

    /** What a look finds; where what is asked does not answer, that nobody could tell. */
    static Result of(String area, String subject, Supplier<Result> look) {
        try {
            return look.get();
        } catch (ExternalFailure e) {
            return notChecked(area, subject, e);
        }
    }

    /** What is asked does not answer. */
    static Result notChecked(String area, String subject, ExternalFailure failure) {
        return unknown(area, subject, String.valueOf(failure.getMessage()), remedy(failure));
    }

    private static String remedy(ExternalFailure failure) {
        return switch (failure.system()) {
            case "dynamodb", "sqs", "ssm", "secretsmanager", "cloudwatch" ->
                "see that your keys are those of the stack's account and may read it, and give --region and --stack";
            default -> "mend what the line of its secret says, where it says anything, and look again";
        };
    }
}
