package dev.belay.http;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** A body of which nothing ever comes: for a request that asks what its head alone is answered with. */
final class NoBytes implements Flow.Publisher<ByteBuffer> {
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long more) {}

            @Override
            public void cancel() {}
        });
    }
}
