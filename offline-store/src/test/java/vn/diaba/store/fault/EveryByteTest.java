package vn.diaba.store.fault;

import java.nio.file.Path;

/** Over HTTP to a server in a process of its own. */
class EveryByteTest extends EveryByteContract {
    @Override
    Office office(Path folder) throws Exception {
        return new ServedOffice(folder);
    }
}
