package vn.diaba.store.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.CentralOffice.Sight;

class RegisterTest {
    private static final char[] PASSWORD = "mật khẩu thử".toCharArray();
    private static final UUID DEVICE = new UUID(3, 3);

    @TempDir
    Path base;

    private final Moving clock = new Moving();
    private LocalAuthority authority;
    private Register register;

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-11-02T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void open() throws Exception {
        authority = LocalAuthority.create(base.resolve("c"), Keys.in(base.resolve("k")), LandJudge.LENIENT, clock);
        register = Register.of(authority, clock);
        register.add("chủ", "an", Role.SURVEYOR, PASSWORD);
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }

    private static String code(Executable step) {
        return assertThrows(RemoteException.class, step).code();
    }

    @Test
    void aTokenCarriesTheRightsAndEndsAfterItsDays() throws Exception {
        register.scope("chủ", "an", new Sight(7, true, true), false);
        String text = register.signIn("an", PASSWORD, DEVICE, "máy");
        Token token = Token.of(text, register.keys().known().sign());
        assertTrue(token.mayWrite(7));
        assertFalse(token.mayWrite(8));
        assertEquals("an", register.caller(text).account().name());
        clock.now = clock.now.plus(Duration.ofDays(Register.TOKEN_DAYS)).minusSeconds(1);
        register.caller(text);
        clock.now = clock.now.plusSeconds(1);
        assertEquals("token-over", code(() -> register.caller(text)));
    }

    @Test
    void aTokenAlteredInAnyPartIsNotTaken() throws Exception {
        String text = register.signIn("an", PASSWORD, DEVICE, "máy");
        int taken = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            String altered = text.substring(0, i) + other + text.substring(i + 1);
            try {
                register.caller(altered);
                taken++;
            } catch (RemoteException e) {
                assertEquals("token-wrong", e.code());
            }
        }
        assertEquals(0, taken);
        assertEquals("token-wrong", code(() -> register.caller(text + "." + text)));
        assertEquals("token-wrong", code(() -> register.caller("")));
        LocalAuthority other =
                LocalAuthority.create(base.resolve("d"), Keys.in(base.resolve("k")), LandJudge.LENIENT, clock);
        assertEquals("token-wrong", code(() -> Register.of(other, clock).caller(text)));
        other.close();
    }

    @Test
    void noAccountWrongPasswordAndDisabledAnswerAlike() throws Exception {
        assertEquals("sign-in-wrong", code(() -> register.signIn("ai", PASSWORD, DEVICE, "máy")));
        assertEquals("sign-in-wrong", code(() -> register.signIn("an", "khác khác".toCharArray(), DEVICE, "máy")));
        String text = register.signIn("an", PASSWORD, DEVICE, "máy");
        register.disable("chủ", "an", true);
        assertEquals("sign-in-wrong", code(() -> register.signIn("an", PASSWORD, DEVICE, "máy")));
        assertEquals("sign-in-wrong", code(() -> register.caller(text)));
    }

    @Test
    void guessingWaitsLongerAndLonger() {
        for (int i = 0; i < 5; i++) {
            assertEquals("sign-in-wrong", code(() -> register.signIn("ai", PASSWORD, DEVICE, "máy")));
        }
        assertEquals("sign-in-wait", code(() -> register.signIn("ai", PASSWORD, DEVICE, "máy")));
        clock.now = clock.now.plusSeconds(2);
        assertEquals("sign-in-wrong", code(() -> register.signIn("ai", PASSWORD, DEVICE, "máy")));
        clock.now = clock.now.plusSeconds(1);
        assertEquals("sign-in-wait", code(() -> register.signIn("ai", PASSWORD, DEVICE, "máy")));
    }

    @Test
    void aRevokedDeviceIsTurnedAwayWithItsTokenAndAtSignIn() throws Exception {
        String text = register.signIn("an", PASSWORD, DEVICE, "máy");
        Register elsewhere = Register.of(authority, clock);
        elsewhere.revoke("chủ", DEVICE);
        assertEquals("device-revoked", code(() -> register.caller(text)), "another process did it");
        assertEquals("device-revoked", code(() -> register.signIn("an", PASSWORD, DEVICE, "máy")));
    }

    @Test
    void nothingOfAccountsCanBeReadInTheFolderAndEachActIsInTheLog() throws Exception {
        register.signIn("an", PASSWORD, DEVICE, "máy");
        String sealed = Files.readString(base.resolve("c").resolve("people.sealed"), StandardCharsets.ISO_8859_1);
        assertFalse(sealed.contains("pbkdf2") || sealed.contains("surveyor"));
        assertEquals(
                List.of("account-added", "sign-in-new-device"),
                register.done().stream().map(Register.Done::what).toList());
    }

    @Test
    void anAlteredLogIsSeenAtItsLine() throws Exception {
        for (int i = 0; i < 4; i++) {
            register.scope("chủ", "an", new Sight(i + 1, true, true), false);
        }
        Path log = base.resolve("c").resolve("audit.log");
        List<String> lines = Files.readAllLines(log);
        lines.remove(2);
        Files.write(log, lines);
        RemoteException broken = assertThrows(RemoteException.class, register::done);
        assertEquals("audit-broken", broken.code());
        assertEquals(List.of(3), broken.arguments());
    }

    @Test
    void shortPasswordsAndOddNamesAreNoAccounts() {
        assertEquals("password-too-short", code(() -> register.add("x", "b", Role.ADMIN, "ngắn".toCharArray())));
        assertEquals("account-name-wrong", code(() -> register.add("x", "a\nb", Role.ADMIN, PASSWORD)));
        assertEquals("account-unknown", code(() -> register.disable("x", "ai", true)));
    }

    @Test
    void whatWasDoneIsStillToldAfterMoreThanAYear() throws Exception {
        register.add("quản trị", "an", Role.SURVEYOR, PASSWORD);
        register.signIn("an", PASSWORD, DEVICE, "máy 1");
        List<Register.Done> first = register.done();
        for (int month = 0; month < 14; month++) {
            clock.now = clock.now.plus(Duration.ofDays(31));
            register.signIn("an", PASSWORD, DEVICE, "máy 1");
            register.scope("quản trị", "an", new Sight(1, month % 2 == 0, true), false);
        }
        register.revoke("quản trị", DEVICE);
        List<Register.Done> all = Register.of(authority, clock).done();
        assertEquals(first, all.subList(0, first.size()));
        assertEquals(first.size() + 2 * 14 + 1, all.size());
    }
}
