package vn.diaba.store.http;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Keeps what comes as it comes, so that a cut line loses nothing that was here. Used by one exchange. */
final class Keeping implements HttpResponse.BodySubscriber<byte[]> {
    private final ByteArrayOutputStream kept;
    private final CompletableFuture<byte[]> done = new CompletableFuture<>();

    Keeping(ByteArrayOutputStream kept) {
        this.kept = kept;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            byte[] bytes = new byte[piece.remaining()];
            piece.get(bytes);
            kept.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable fault) {
        done.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        done.complete(new byte[0]);
    }
}
