package vn.diaba.store.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Reads the server's certificate and key. Stateless. */
public final class ServerCertificate {
    private ServerCertificate() {}

    /**
     * The certificate of a PKCS12 key store.
     *
     * @throws ServeException {@code certificate-unusable} with the file
     */
    public static SSLContext of(Path store, char[] password) throws ServeException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new ServeException("certificate-unusable", List.of(store.toString()), e);
        }
    }
}
