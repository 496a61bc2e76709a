package vn.diaba.store.postgis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.ContentRows;

/** The contents in a land database on PostgreSQL. Safe if its calls are. */
final class PostgisContents implements Contents {
    private final PostgisCalls calls;

    PostgisContents(PostgisCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<Content> missing(int zone, List<Content> asked) throws RemoteException {
        return PostgisLandDatabase.read(() -> ContentRows.missing(
                asked,
                rows -> calls.object(
                        "content_missing(?, ?::jsonb)", zone, new String(Json.write(rows), StandardCharsets.UTF_8))));
    }

    @Override
    public void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException {
        calls.run("content_bring(?, ?, ?, ?, ?)", zone, content.sha256(), content.bytes(), part, bytes);
    }

    @Override
    public List<Integer> settle(int zone, Content content) throws RemoteException {
        JsonObject said = calls.object("content_settle(?, ?, ?)", zone, content.sha256(), content.bytes());
        return PostgisLandDatabase.read(() -> ContentRows.parts(said));
    }

    @Override
    public byte[] part(int zone, Content content, int part) throws RemoteException {
        return calls.rows(
                        "SELECT sync_api.content_part(?, ?, ?, ?, 0)",
                        row -> row.getBytes(1),
                        zone,
                        content.sha256(),
                        content.bytes(),
                        part)
                .get(0);
    }
}
