package vn.diaba.store.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.authority.TestAuthority;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.ContentsContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Contents in the folder of an embedded land database, as its accounts see them. */
class LocalContentsTest extends ContentsContract {
    @TempDir
    Path base;

    private final Clock clock = Clock.systemUTC();
    private LocalAuthority authority;
    private Register register;

    @Override
    protected LandDatabase admin() throws Exception {
        authority = TestAuthority.in(base);
        register = Register.of(authority, clock);
        return authority;
    }

    @Override
    protected LandDatabase user(String name, boolean writes, boolean seesPersons) {
        Account account = new Account(
                name,
                Role.SURVEYOR,
                false,
                Password.ofNobody(),
                List.of(new Sight(ZONE, writes, seesPersons), new Sight(OTHER, writes, seesPersons)));
        Token token = new Token(
                register.central(),
                name,
                Role.SURVEYOR,
                client(name),
                account.sights(),
                clock.instant(),
                clock.instant());
        return new GuardedDatabase(authority, register, new Register.Caller(account, token), client(name));
    }

    @Override
    protected List<String> readings() throws Exception {
        return KeptContents.readings(register);
    }

    @Override
    protected Provable proof() {
        return authority.logs();
    }

    @Override
    protected void alter(Content content) throws Exception {
        KeptContents.alter(base, content);
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(base.resolve("central"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private Path only(String ending) throws IOException {
        return KeptContents.only(base, ending);
    }

    @Test
    void nothingOfAContentLiesThereInClear() throws Exception {
        byte[] deed = (SECRET + "\n").repeat(9_000).getBytes(StandardCharsets.UTF_8);
        bring(authority.contents(), ZONE, deed);
        byte[] open = deed.clone();
        open[open.length - 1] = 'x';
        authority.contents().bring(ZONE, of(open), 0, part(open, 0));
        for (Path file : files()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertFalse(text.contains("Bí Mật"), file.toString());
        }
    }

    @Test
    void anAlteredByteAndAMovedPartAreFound() throws Exception {
        byte[] scan = noise(4, 2 * Content.PART_BYTES);
        Contents there = authority.contents();
        bring(there, ZONE, scan);
        Path file = only(of(scan).sha256());
        byte[] sealed = Files.readAllBytes(file);
        byte[] altered = sealed.clone();
        altered[sealed.length / 2 + 100] ^= 1;
        byte[] moved = sealed.clone();
        int half = sealed.length / 2;
        System.arraycopy(sealed, 0, moved, half, half);
        for (byte[] wrong : List.of(altered, moved, Arrays.copyOf(sealed, sealed.length - 1))) {
            Files.write(file, wrong);
            assertEquals(part(scan, 0).length, there.part(ZONE, of(scan), 0).length);
            assertEquals(
                    "content-broken",
                    assertThrows(RemoteException.class, () -> there.part(ZONE, of(scan), 1))
                            .code());
        }
    }

    @Test
    void aPartThatWasHalfWrittenHasNotCome() throws Exception {
        byte[] scan = noise(5, 2 * Content.PART_BYTES);
        Contents there = authority.contents();
        there.bring(ZONE, of(scan), 0, part(scan, 0));
        there.bring(ZONE, of(scan), 1, part(scan, 1));
        Path coming = only(".new");
        Files.write(coming, Arrays.copyOf(Files.readAllBytes(coming), Content.PART_BYTES + 100));
        assertEquals(List.of(1), there.settle(ZONE, of(scan)));
    }

    @Test
    void partsNobodySettledGoAfterADay() throws Exception {
        byte[] scan = noise(6, Content.PART_BYTES + 1);
        Contents there = authority.contents();
        there.bring(ZONE, of(scan), 0, part(scan, 0));
        Path coming = only(".new");
        bring(there, ZONE, noise(7, 5));
        assertEquals(coming, only(".new"), "still on its way");
        Files.setLastModifiedTime(
                coming, FileTime.from(clock.instant().minus(Duration.ofDays(1)).minusSeconds(1)));
        bring(there, ZONE, noise(8, 5));
        assertFalse(Files.exists(coming));
        bring(there, ZONE, scan);
    }
}
