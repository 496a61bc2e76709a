package vn.diaba.store.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.key.PersonCipher;

/** One file of backups: a head, then sealed entries of a name, a length and bytes. Stateless. */
final class Archive {
    private Archive() {}

    /** Writes the entries of an archive. */
    interface Entries {
        /** Adds all; the name "" ends the archive by itself. */
        void to(Writer out) throws IOException;
    }

    /** Takes entries in their order. */
    interface Visitor {
        /** One entry; what is not read of it is skipped. */
        void entry(String name, long length, InputStream bytes) throws IOException;
    }

    /** Adds entries. */
    static final class Writer {
        private final DataOutputStream out;

        private Writer(DataOutputStream out) {
            this.out = out;
        }

        void add(String name, byte[] bytes) throws IOException {
            out.writeUTF(name);
            out.writeLong(bytes.length);
            out.write(bytes);
        }

        void add(String name, Path file, long length) throws IOException {
            out.writeUTF(name);
            out.writeLong(length);
            try (InputStream in = Files.newInputStream(file)) {
                if (copy(in, out, length) < length) {
                    throw new EOFException(file.toString());
                }
            }
        }
    }

    private static long copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (n < 0) {
                break;
            }
            out.write(buffer, 0, n);
            left -= n;
        }
        return length - left;
    }

    /** Writes an archive beside its place, makes it last, and moves it there. */
    static void write(Path file, ArchiveHead head, PersonCipher cipher, Entries entries) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                            beside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE);
                    DataOutputStream below = new DataOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16))) {
                head.write(below);
                try (DataOutputStream out = new DataOutputStream(SealedStream.out(below, head, cipher))) {
                    entries.to(new Writer(out));
                    out.writeUTF("");
                }
                below.flush();
                channel.force(true);
            }
            vn.diaba.store.disk.Channels.REAL.move(beside, file);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    /** The head alone; it needs no key. */
    static ArchiveHead head(Path file) throws IOException, CodecException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return ArchiveHead.read(in);
        }
    }

    /** Goes through all entries to the end of the archive. */
    static void visit(Path file, PersonCipher cipher, Visitor visitor) throws IOException, CodecException {
        try (DataInputStream below =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            ArchiveHead head = ArchiveHead.read(below);
            DataInputStream in = new DataInputStream(SealedStream.in(below, head, cipher));
            for (String name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
                long length = in.readLong();
                Bounded bytes = new Bounded(in, length);
                visitor.entry(name, length, bytes);
                bytes.skipRest();
            }
            if (in.read() >= 0 || below.read() >= 0) {
                throw new SealedStream.DamagedException("bytes behind the end", null);
            }
        }
    }

    /** Reads the first entry and no further, whatever the size of the archive. */
    static void visitFirst(Path file, PersonCipher cipher, Visitor visitor) throws IOException, CodecException {
        try (DataInputStream below =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            ArchiveHead head = ArchiveHead.read(below);
            DataInputStream in = new DataInputStream(SealedStream.in(below, head, cipher));
            String name = in.readUTF();
            if (!name.isEmpty()) {
                long length = in.readLong();
                visitor.entry(name, length, new Bounded(in, length));
            }
        }
    }

    /** The bytes of one entry. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long length) {
            this.in = in;
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int n = in.read(into, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException();
            }
            left -= n;
            return n;
        }

        void skipRest() throws IOException {
            byte[] buffer = new byte[1 << 13];
            while (left > 0) {
                if (read(buffer, 0, buffer.length) < 0) {
                    throw new EOFException();
                }
            }
        }
    }
}
