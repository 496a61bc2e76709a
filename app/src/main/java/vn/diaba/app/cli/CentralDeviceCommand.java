package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.diaba.app.central.OfficeDesk;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.office.Device;

/** {@code diaba central device …}: the workspaces that have signed in, and those from which nothing is taken any more. */
@Command(
        name = "device",
        subcommands = {CentralDeviceCommand.Devices.class, CentralDeviceCommand.Revoke.class})
final class CentralDeviceCommand {
    /** {@code diaba central device list}. */
    @Command(name = "list")
    static final class Devices extends DeskCommand {
        @Override
        Answer work(CommandRun run, OfficeDesk desk) throws Exception {
            return new Listed(desk.devices());
        }
    }

    /** {@code diaba central device revoke ID}. */
    @Command(name = "revoke")
    static final class Revoke extends DeskCommand {
        @Parameters(index = "0", paramLabel = "ID")
        private UUID device = new UUID(0, 0);

        @Override
        Answer work(CommandRun run, OfficeDesk desk) throws Exception {
            desk.revoke(device);
            return new Listed(desk.devices());
        }
    }

    private record Listed(List<Device> devices) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("devices", devices, (inner, device) -> inner.text(
                            "id", device.id().toString())
                    .text("user", device.user())
                    .text("name", device.name())
                    .text("seen", device.seen().toString())
                    .flag("revoked", device.revoked()));
        }

        @Override
        public void writeText(TextLines lines) {
            for (Device device : devices) {
                lines.say(
                        device.revoked() ? "device-line-revoked" : "device-line",
                        device.id(),
                        device.user(),
                        device.name(),
                        device.seen());
            }
        }
    }
}
