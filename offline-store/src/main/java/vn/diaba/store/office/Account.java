package vn.diaba.store.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.CentralOffice.Sight;
import vn.diaba.store.wire.WireJson;

/**
 * A user of the land database. Immutable.
 *
 * @param name as the user signs in and as changes are signed
 * @param role what the account is for
 * @param disabled whether it is switched off
 * @param password its hash
 * @param sights the zones it may see, and what may be done there
 */
public record Account(String name, Role role, boolean disabled, Password password, List<Sight> sights) {
    /** Copies the list. */
    public Account {
        sights = List.copyOf(sights);
    }

    /** What may be done in a zone; none when it may not be seen. */
    public Optional<Sight> sight(int zone) {
        return sights.stream().filter(one -> one.zone() == zone).findFirst();
    }

    /** Whether change sets for a zone are taken. */
    public boolean mayWrite(int zone) {
        return role.isWriting() && sight(zone).filter(Sight::write).isPresent();
    }

    /** Whether it makes the work of others in a zone land. */
    public boolean mayApprove(int zone) {
        return role == Role.APPROVER && mayWrite(zone) && seesPersons(zone);
    }

    /** Whether persons of a zone are shown. */
    public boolean seesPersons(int zone) {
        return sight(zone).filter(Sight::persons).isPresent();
    }

    Account withPassword(Password other) {
        return new Account(name, role, disabled, other, sights);
    }

    Account withDisabled(boolean now) {
        return new Account(name, role, now, password, sights);
    }

    Account withRole(Role other) {
        return new Account(name, other, disabled, password, sights);
    }

    /** With another sight of one zone; neither writing nor persons nor reading when {@code gone}. */
    Account withSight(Sight sight, boolean gone) {
        List<Sight> now = new ArrayList<>(sights);
        now.removeIf(one -> one.zone() == sight.zone());
        if (!gone) {
            now.add(sight);
        }
        return new Account(name, role, disabled, password, now);
    }

    static List<Object> rows(List<Sight> sights) {
        List<Object> rows = new ArrayList<>();
        sights.forEach(one -> rows.add(List.of(one.zone(), one.write(), one.persons())));
        return rows;
    }

    static List<Sight> sights(List<?> rows) throws CodecException {
        List<Sight> sights = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof List<?> item)
                    || item.size() != 3
                    || !(item.get(0) instanceof Long zone)
                    || !(item.get(1) instanceof Boolean write)
                    || !(item.get(2) instanceof Boolean persons)) {
                throw new CodecException("not a right in a zone", null);
            }
            sights.add(new Sight(Math.toIntExact(zone), write, persons));
        }
        return sights;
    }

    Object row() {
        return WireJson.fields(
                "name",
                name,
                "role",
                role.word(),
                "disabled",
                disabled,
                "password",
                password.text(),
                "zones",
                rows(sights));
    }

    static Account of(JsonObject row) throws CodecException, RemoteException {
        return new Account(
                row.text("name"),
                Role.of(row.text("role")),
                Boolean.TRUE.equals(row.fields().get("disabled")),
                new Password(row.text("password")),
                sights(row.list("zones")));
    }
}
