package dev.belay.http;

import dev.belay.file.FileBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** The next of a file's bytes, as a request's body: once, block by block, as the other side takes them. */
final class NextBytes implements Flow.Publisher<ByteBuffer> {
    private static final int BLOCK = 1 << 16;

    private final FileBytes bytes;
    private final long length;
    private final AtomicBoolean taken = new AtomicBoolean();

    NextBytes(FileBytes bytes, long length) {
        this.bytes = bytes;
        this.length = length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        boolean first = taken.compareAndSet(false, true);
        Reading reading = new Reading(subscriber);
        subscriber.onSubscribe(reading);
        if (!first) {
            reading.fail(new IOException("a file is sent once"));
        }
    }

    /** Reads while more is asked for, on the thread that asks. */
    private final class Reading implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private long left = length;
        private long wanted;
        private boolean reads;
        private boolean over;

        Reading(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long more) {
            synchronized (this) {
                wanted = Math.addExact(wanted, more);
                if (reads || over) {
                    return;
                }
                reads = true;
            }
            while (isWanted()) {
                next();
            }
        }

        private synchronized boolean isWanted() {
            if (over || wanted == 0) {
                reads = false;
                return false;
            }
            wanted--;
            return true;
        }

        private void next() {
            byte[] block = new byte[(int) Math.min(BLOCK, left)];
            try {
                int got = block.length == 0 ? 0 : bytes.read(block, 0, block.length);
                if (got < 0) {
                    throw new IOException("the file ended early");
                }
                left -= got;
                subscriber.onNext(ByteBuffer.wrap(block, 0, got));
            } catch (IOException e) {
                fail(e);
                return;
            }
            if (left == 0) {
                end();
                subscriber.onComplete();
            }
        }

        void fail(IOException e) {
            end();
            subscriber.onError(e);
        }

        private synchronized void end() {
            over = true;
        }

        @Override
        public void cancel() {
            end();
        }
    }
}
