package vn.diaba.store.office;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.CentralOffice.Sight;

/**
 * Accounts, devices and tokens of a land database, kept sealed in its folder; all that is done with them is written down
 * there. What the administrator changes counts from the next call on, in a running server too. Safe.
 */
public final class Register {
    /** How long a token is good without a line to the land database. */
    public static final int TOKEN_DAYS = 14;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");
    private static final int LEAST_PASSWORD = 8;

    private final UUID central;
    private final RegisterFile file;
    private final AuditLog audit;
    private final Clock clock;
    private final SignInGuard guard;
    private final ContentReadings readings;

    private Register(LocalAuthority authority, Clock clock) {
        central = authority.id();
        file = new RegisterFile(authority.folder(), central, authority.cipher());
        audit = new AuditLog(authority.folder().resolve("audit.log"));
        guard = new SignInGuard(clock);
        readings = new ContentReadings(clock);
        this.clock = clock;
    }

    /**
     * The register of a land database, made with new keys when there is none.
     *
     * @throws RemoteException {@code register-unreadable}, {@code land-database-failed}
     */
    public static Register of(LocalAuthority authority, Clock clock) throws RemoteException {
        Register register = new Register(authority, clock);
        register.file.change(state -> state);
        return register;
    }

    /**
     * One who may ask: an account that is not disabled, with a token that is not over, on a device that is not revoked.
     *
     * @param account as it is now, whatever the token says of rights
     * @param token what was shown
     */
    public record Caller(Account account, Token token) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void log(String user, String what, String subject, String detail) throws RemoteException {
        audit.append(new AuditLog.Line(clock.instant().truncatedTo(ChronoUnit.MICROS), user, what, subject, detail));
    }

    private void change(String by, String what, String subject, RegisterFile.Step step) throws RemoteException {
        file.change(state -> {
            RegisterFile.State after = step.on(state);
            log(by, what, subject, "");
            return after;
        });
    }

    /** Names this land database. */
    public UUID central() {
        return central;
    }

    /** The keys of this land database. */
    public Identity keys() throws RemoteException {
        return file.read().keys();
    }

    /** All accounts by name. */
    public List<Account> accounts() throws RemoteException {
        return file.read().accounts().values().stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    /** All devices, the one seen last first. */
    public List<Device> devices() throws RemoteException {
        return file.read().devices().values().stream()
                .sorted(Comparator.comparing(Device::seen).reversed())
                .toList();
    }

    private static Account account(RegisterFile.State state, String name) throws RemoteException {
        Account account = state.accounts().get(name);
        if (account == null) {
            throw new RemoteException("account-unknown", List.of(name), null);
        }
        return account;
    }

    /**
     * Adds an account, or gives one that exists another role and password.
     *
     * @param by who does it
     * @throws RemoteException {@code account-name-wrong}, {@code password-too-short}
     */
    public void add(String by, String name, Role role, char[] password) throws RemoteException {
        if (!NAME.matcher(name).matches()) {
            throw new RemoteException("account-name-wrong", List.of(name), null);
        }
        if (password.length < LEAST_PASSWORD) {
            throw new RemoteException("password-too-short", List.of(LEAST_PASSWORD), null);
        }
        Password hash = Password.of(password);
        change(by, "account-added", name + " " + role.word(), state -> {
            Account old = state.accounts().get(name);
            return state.with(
                    old == null
                            ? new Account(name, role, false, hash, List.of())
                            : old.withRole(role).withPassword(hash).withDisabled(false));
        });
    }

    /** Gives an account a zone, or takes it away; {@code account-unknown} when there is none. */
    public void scope(String by, String name, Sight sight, boolean gone) throws RemoteException {
        String subject = name + " " + sight.zone() + (gone ? " -" : sight.write() ? " write" : " read")
                + (sight.persons() && !gone ? " persons" : "");
        change(
                by,
                "account-scope",
                subject,
                state -> state.with(account(state, name).withSight(sight, gone)));
    }

    /** Switches an account off or on; its tokens count no more from now on. */
    public void disable(String by, String name, boolean disabled) throws RemoteException {
        change(
                by,
                disabled ? "account-disabled" : "account-enabled",
                name,
                state -> state.with(account(state, name).withDisabled(disabled)));
    }

    /** Takes nothing more from a device; {@code device-unknown} when there is none. */
    public void revoke(String by, UUID device) throws RemoteException {
        change(by, "device-revoked", device.toString(), state -> {
            Device known = state.devices().get(device);
            if (known == null) {
                throw new RemoteException("device-unknown", List.of(device), null);
            }
            return state.with(known.revokedNow());
        });
    }

    /**
     * Gives a token for a name and password. Tries that fail make the next ones wait.
     *
     * @throws RemoteException {@code sign-in-wrong}: no such account, wrong password or switched off, alike; {@code
     *     sign-in-wait} with seconds; {@code device-revoked}
     */
    public String signIn(String name, char[] password, UUID device, String machine) throws RemoteException {
        guard.require(name);
        Account account = file.read().accounts().get(name);
        boolean known = account != null && !account.disabled();
        boolean right = (known ? account.password() : Password.ofNobody()).matches(password);
        if (account == null || !known || !right) {
            guard.failed(name);
            log(name.length() > 64 ? name.substring(0, 64) : name, "sign-in-failed", device.toString(), "");
            throw new RemoteException("sign-in-wrong", List.of(), null);
        }
        guard.succeeded(name);
        RegisterFile.State state = file.change(before -> {
            Device seen = before.devices().get(device);
            if (seen != null && seen.revoked()) {
                log(name, "sign-in-failed", device.toString(), "device-revoked");
                throw new RemoteException("device-revoked", List.of(machine), null);
            }
            log(name, seen == null ? "sign-in-new-device" : "sign-in", device.toString(), machine);
            return before.with(
                    seen == null ? new Device(device, name, machine, "", 0, false, now()) : seen.seenBy(name, now()));
        });
        return token(state, account(state, name), device).signed(state.keys().sign());
    }

    private Token token(RegisterFile.State state, Account account, @Nullable UUID device) {
        Instant from = now();
        return new Token(
                central,
                account.name(),
                account.role(),
                device,
                account.sights(),
                from,
                from.plus(Duration.ofDays(state.tokenDays())));
    }

    /** A token for one who has no line and will send files; the first file brings its device. */
    public String pass(String by, String name) throws RemoteException {
        RegisterFile.State state = file.change(before -> {
            if (account(before, name).disabled()) {
                throw new RemoteException("account-off", List.of(name), null);
            }
            log(by, "pass-given", name, "");
            return before;
        });
        return token(state, account(state, name), null).signed(state.keys().sign());
    }

    /**
     * Who shows a token.
     *
     * @throws RemoteException {@code token-wrong}, {@code token-over}, {@code sign-in-wrong} when the account was switched
     *     off, {@code device-revoked}
     */
    public Caller caller(String text) throws RemoteException {
        RegisterFile.State state = file.read();
        Token token = Token.of(text, state.keys().known().sign());
        Account account = state.accounts().get(token.user());
        if (!token.central().equals(central)) {
            throw new RemoteException("token-wrong", List.of(), null);
        }
        if (token.isOver(clock.instant())) {
            throw new RemoteException("token-over", List.of(token.user(), token.expires()), null);
        }
        if (account == null || account.disabled()) {
            throw new RemoteException("sign-in-wrong", List.of(), null);
        }
        Device device = token.device() == null ? null : state.devices().get(token.device());
        if (device != null && device.revoked()) {
            throw new RemoteException("device-revoked", List.of(device.name()), null);
        }
        return new Caller(account, token);
    }

    /** A fresh token for files, for the account and device of a caller: it comes back with the receipt. */
    public String renewed(Account account, UUID device) throws RemoteException {
        RegisterFile.State state = file.read();
        return token(state, account(state, account.name()), device)
                .signed(state.keys().sign());
    }

    /** What an account may do in zones, for as long as a token would last. */
    Hello.Grant grant(Account account, List<Hello.Zone> zones) throws RemoteException {
        List<Hello.Right> rights = new ArrayList<>();
        for (Hello.Zone zone : zones) {
            account.sight(zone.zone())
                    .ifPresent(sight -> rights.add(new Hello.Right(
                            sight.zone(), account.mayWrite(sight.zone()), account.seesPersons(sight.zone()))));
        }
        return new Hello.Grant(
                account.name(),
                account.role().word(),
                rights,
                now(),
                file.read().tokenDays());
    }

    /**
     * One who asks without a token because the folder itself is open to him: by name alone.
     *
     * @throws RemoteException {@code account-unknown}, {@code account-off}, {@code device-revoked}
     */
    public Caller local(String name, UUID device, String machine) throws RemoteException {
        RegisterFile.State state = file.change(before -> {
            Account account = account(before, name);
            if (account.disabled()) {
                throw new RemoteException("account-off", List.of(name), null);
            }
            Device seen = before.devices().get(device);
            if (seen != null && seen.revoked()) {
                throw new RemoteException("device-revoked", List.of(seen.name()), null);
            }
            if (seen == null) {
                log(name, "sign-in-new-device", device.toString(), machine);
                return before.with(new Device(device, name, machine, "", 0, false, now()));
            }
            return before;
        });
        Account account = account(state, name);
        return new Caller(account, token(state, account, device));
    }

    /** Whether there are accounts in a land database's folder at all. */
    public static boolean isIn(Path folder) {
        return RegisterFile.isIn(folder);
    }

    /**
     * Proves a device that sends a file.
     *
     * @return the number of the last file taken from it, 0 before the first
     * @throws RemoteException {@code device-revoked}; {@code device-key-differs} when it signed with another key before
     */
    public long lastFile(UUID device, String signKey) throws RemoteException {
        Device seen = file.read().devices().get(device);
        if (seen != null && seen.revoked()) {
            throw new RemoteException("device-revoked", List.of(seen.name()), null);
        }
        if (seen != null && !seen.signKey().isEmpty() && !seen.signKey().equals(signKey)) {
            throw new RemoteException("device-key-differs", List.of(seen.name()), null);
        }
        return seen == null ? 0 : seen.file();
    }

    /** Notes that a file was taken from a device, with the key its files are signed with from now on. */
    public void taken(Caller caller, UUID device, String machine, String signKey, long number) throws RemoteException {
        String name = caller.account().name();
        file.change(before -> {
            Device seen = before.devices().get(device);
            log(name, seen == null ? "file-from-new-device" : "file-received", device + " " + number, machine);
            Device now = seen == null ? new Device(device, name, machine, signKey, number, false, now()) : seen;
            return before.with(now.withFile(signKey, number).seenBy(name, now()));
        });
    }

    /** Writes down that something was done. */
    public void note(String user, String what, String subject, String detail) throws RemoteException {
        file.change(state -> {
            log(user, what, subject, detail);
            return state;
        });
    }

    /** Writes down that somebody reads a content of a zone; once a day for each. */
    void noteReading(String user, int zone, String sha256) throws RemoteException {
        String subject = zone + " " + sha256;
        if (readings.isFirst(user, subject)) {
            note(user, "content-read", subject, "");
            readings.written(user, subject);
        }
    }

    /** One thing that was done. */
    public record Done(Instant at, String user, String what, String subject, String detail) {}

    /**
     * All that was done, oldest first.
     *
     * @throws RemoteException {@code audit-broken} with the first line that was altered
     */
    public List<Done> done() throws RemoteException {
        return audit.read().stream()
                .map(line -> new Done(line.at(), line.user(), line.what(), line.subject(), line.detail()))
                .toList();
    }
}
