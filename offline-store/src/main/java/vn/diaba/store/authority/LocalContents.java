package vn.diaba.store.authority;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.content.Content;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.RemoteException;

/**
 * Contents in the folder of an embedded land database: a folder for each zone, a file for each content, named by its hash.
 * Each part is sealed, bound to zone, hash and place, and stands where it belongs, so that a part proves itself: one that
 * was half written has not come. Safe: a call waits for the others on the land database.
 */
final class LocalContents implements Contents {
    private static final String COMING = ".new";
    private static final Duration KEPT = Duration.ofDays(1);

    private final LocalAuthority authority;
    private final AuthorityFolder files;
    private final PersonCipher cipher;
    private final Clock clock;

    LocalContents(LocalAuthority authority, AuthorityFolder files, Clock clock) {
        this.authority = authority;
        this.files = files;
        this.clock = clock;
        cipher = files.cipher();
    }

    /** Something that is done with the files of a zone. */
    private interface Work<T> {
        T in(Path folder) throws IOException, RemoteException;
    }

    private <T> T inZone(int zone, Work<T> work) throws RemoteException {
        Path folder = files.folder().resolve("contents").resolve(Integer.toString(zone));
        return authority.call(false, tables -> {
            LocalAuthority.zone(tables, zone);
            try {
                return work.in(folder);
            } catch (IOException e) {
                throw new RemoteException("land-database-failed", List.of(folder.toString()), e);
            }
        });
    }

    private static void requirePart(Content content, int part) throws RemoteException {
        if (part < 0 || part >= content.parts()) {
            throw new RemoteException("request-wrong", List.of("content_part"), null);
        }
    }

    @Override
    public List<Content> missing(int zone, List<Content> asked) throws RemoteException {
        return inZone(zone, folder -> asked.stream()
                .filter(content -> !Files.isRegularFile(folder.resolve(content.sha256())))
                .toList());
    }

    @Override
    public void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException {
        requirePart(content, part);
        if (bytes.length != content.partBytes(part)) {
            throw new RemoteException("request-wrong", List.of("content_bring"), null);
        }
        inZone(zone, folder -> {
            if (!Files.exists(folder.resolve(content.sha256()))) {
                Files.createDirectories(folder);
                ByteBuffer sealed = ByteBuffer.wrap(cipher.seal(bytes, kind(zone, content, part), files.id()));
                try (FileChannel out = Channels.REAL.open(
                        coming(folder, content), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    out.position(place(part));
                    while (sealed.hasRemaining()) {
                        out.write(sealed);
                    }
                }
            }
            return part;
        });
    }

    @Override
    public List<Integer> settle(int zone, Content content) throws RemoteException {
        return inZone(zone, folder -> {
            sweep(folder);
            Path whole = folder.resolve(content.sha256());
            if (Files.exists(whole)) {
                return List.of();
            }
            Files.createDirectories(folder);
            Path coming = coming(folder, content);
            MessageDigest digest = Payload.sha256();
            List<Integer> missing = new ArrayList<>();
            try (FileChannel in = Channels.REAL.open(
                    coming, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                for (int part = 0; part < content.parts(); part++) {
                    byte[] plain = read(in, zone, content, part);
                    if (plain == null) {
                        missing.add(part);
                    } else {
                        digest.update(plain);
                    }
                }
                in.force(true);
            }
            if (!missing.isEmpty()) {
                return missing;
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
                Files.delete(coming);
                if (content.parts() == 0) {
                    throw new RemoteException("request-wrong", List.of("content_settle"), null);
                }
                return IntStream.range(0, content.parts()).boxed().toList();
            }
            Channels.REAL.move(coming, whole);
            return List.of();
        });
    }

    @Override
    public byte[] part(int zone, Content content, int part) throws RemoteException {
        requirePart(content, part);
        return inZone(zone, folder -> {
            Path whole = folder.resolve(content.sha256());
            if (!Files.isRegularFile(whole)) {
                throw new RemoteException("content-gone", List.of(content.sha256()), null);
            }
            try (FileChannel in = Channels.REAL.open(whole, StandardOpenOption.READ)) {
                byte[] plain = read(in, zone, content, part);
                if (plain == null) {
                    throw new RemoteException("content-broken", List.of(content.sha256()), null);
                }
                return plain;
            }
        });
    }

    /** What is there of all zones, each read and proved in a call of its own. */
    Provable.Holding proven() throws RemoteException {
        List<Integer> zones = authority.call(
                false,
                tables -> tables.zones().stream().map(row -> row.spec().zone()).toList());
        long count = 0;
        long bytes = 0;
        List<Provable.Broken> broken = new ArrayList<>();
        for (int zone : zones) {
            for (Path file : inZone(zone, LocalContents::settled)) {
                String sha256 = String.valueOf(file.getFileName());
                long length = inZone(zone, folder -> Files.size(file));
                long parts = -Math.floorDiv(-length, place(1));
                long plain = Math.max(0, length - parts * PersonCipher.OVERHEAD_BYTES);
                if (!inZone(zone, folder -> isWhole(zone, file, sha256, plain))) {
                    broken.add(new Provable.Broken(zone, sha256));
                }
                count++;
                bytes += plain;
            }
        }
        return new Provable.Holding(count, bytes, broken, gone(zones));
    }

    /** Attachments of the land without contents, by zone and id. What is longer than any content is waited for by nobody. */
    private List<Provable.Gone> gone(List<Integer> zones) throws RemoteException {
        List<Provable.Gone> gone = new ArrayList<>();
        for (int zone : zones) {
            List<Attachment> files = authority.call(false, tables -> authority
                    .land(tables, LocalAuthority.zone(tables, zone))
                    .attachments());
            gone.addAll(inZone(zone, folder -> files.stream()
                    .filter(file -> file.bytes() <= Content.LARGEST_BYTES)
                    .filter(file -> !Files.isRegularFile(folder.resolve(file.sha256())))
                    .map(file -> new Provable.Gone(zone, file.id(), file.sha256()))
                    .sorted(Comparator.comparing(one -> one.attachment().toString()))
                    .toList()));
        }
        return gone;
    }

    private static List<Path> settled(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> !one.toString().endsWith(COMING)).sorted().toList();
        }
    }

    private boolean isWhole(int zone, Path file, String sha256, long bytes) throws IOException {
        if (!sha256.matches("[0-9a-f]{64}") || bytes > Content.LARGEST_BYTES) {
            return false;
        }
        Content content = new Content(sha256, bytes);
        MessageDigest digest = Payload.sha256();
        try (FileChannel in = Channels.REAL.open(file, StandardOpenOption.READ)) {
            for (int part = 0; part < content.parts(); part++) {
                byte[] plain = read(in, zone, content, part);
                if (plain == null) {
                    return false;
                }
                digest.update(plain);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    /** Null for one that has not come, or is not as it came. */
    private byte @Nullable [] read(FileChannel in, int zone, Content content, int part) throws IOException {
        ByteBuffer sealed = ByteBuffer.allocate(content.partBytes(part) + PersonCipher.OVERHEAD_BYTES);
        long at = place(part);
        while (sealed.hasRemaining()) {
            int read = in.read(sealed, at + sealed.position());
            if (read < 0) {
                return null;
            }
        }
        try {
            return cipher.open(sealed.array(), kind(zone, content, part), files.id());
        } catch (KeyException notAsItCame) {
            return null;
        }
    }

    private static long place(int part) {
        return (long) part * (Content.PART_BYTES + PersonCipher.OVERHEAD_BYTES);
    }

    private static String kind(int zone, Content content, int part) {
        return "content " + zone + " " + content.sha256() + " " + part;
    }

    private static Path coming(Path folder, Content content) {
        return folder.resolve(content.sha256() + COMING);
    }

    /** Parts nobody settled within a day of the last one. */
    private void sweep(Path folder) throws IOException {
        Instant before = clock.instant().minus(KEPT);
        List<Path> coming = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                coming = all.filter(one -> one.toString().endsWith(COMING)).toList();
            }
        }
        for (Path one : coming) {
            if (Files.getLastModifiedTime(one).toInstant().isBefore(before)) {
                Files.delete(one);
            }
        }
    }
}
