package dev.belay.simulator.aws.dynamodb.read;

import dev.belay.simulator.aws.dynamodb.expression.Expression;
import dev.belay.simulator.aws.dynamodb.expression.Placeholders;
import dev.belay.simulator.aws.dynamodb.expression.Projection;
import dev.belay.simulator.aws.dynamodb.request.Arguments;
import dev.belay.simulator.aws.dynamodb.request.Refused;
import dev.belay.simulator.aws.dynamodb.schema.IndexSchema;
import dev.belay.simulator.aws.dynamodb.schema.IndexSchema.Projected;
import dev.belay.simulator.aws.dynamodb.value.Value.Document;
import java.util.List;
import java.util.Optional;

/** What of each item an answer has. */
record Selection(boolean countOnly, Optional<Projection> projection) {
    private static final String EXPRESSION = "ProjectionExpression";
    private static final List<String> WORDS =
            List.of("ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT");

    static Optional<Projection> projection(Arguments arguments, Placeholders placeholders) {
        return arguments.text(EXPRESSION).map(text -> Projection.parse(new Expression(EXPRESSION, text), placeholders));
    }

    static Selection of(Arguments arguments, Placeholders placeholders, Optional<IndexSchema> index) {
        Optional<Projection> projection = projection(arguments, placeholders);
        String otherwise = projection.isPresent()
                ? "SPECIFIC_ATTRIBUTES"
                : index.map(_ -> "ALL_PROJECTED_ATTRIBUTES").orElse("ALL_ATTRIBUTES");
        String word = arguments.word("Select", otherwise, WORDS);
        if (projection.isPresent() != word.equals("SPECIFIC_ATTRIBUTES")) {
            throw Refused.validation("Cannot specify the " + EXPRESSION + " when choosing to get " + word);
        }
        if (word.equals("ALL_PROJECTED_ATTRIBUTES") && index.isEmpty()) {
            throw Refused.invalid("ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        boolean partial =
                index.filter(schema -> schema.projected() != Projected.ALL).isPresent();
        if (word.equals("ALL_ATTRIBUTES") && partial) {
            throw Refused.invalid("Select type ALL_ATTRIBUTES is not supported for global secondary index "
                    + index.map(IndexSchema::name).orElse("") + " because its projection type is not ALL");
        }
        return new Selection(word.equals("COUNT"), projection);
    }

    Document of(Document item) {
        return projection.map(part -> part.of(item)).orElse(item);
    }
}
