package vn.diaba.store.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.remote.RemoteException;

/** Trust in certain authorities and no others, or in those of the machine. Stateless. */
final class TrustedAuthorities {
    private TrustedAuthorities() {}

    /** Trust in the certificates of a PEM file; null for those of the machine. */
    static SSLContext of(@Nullable Path pem) throws RemoteException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(pem == null ? null : store(pem));
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager trust) {
                    SSLContext context = SSLContext.getInstance("TLS");
                    context.init(null, new TrustManager[] {new DatedTrust(trust)}, null);
                    return context;
                }
            }
            throw new IllegalStateException("every Java can judge X.509 certificates");
        } catch (IOException | GeneralSecurityException e) {
            throw new RemoteException("authority-unreadable", List.of(String.valueOf(pem)), e);
        }
    }

    private static KeyStore store(Path pem) throws IOException, GeneralSecurityException, RemoteException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        int n = 0;
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca" + n++, one);
            }
        }
        if (n == 0) {
            throw new RemoteException("authority-unreadable", List.of(pem.toString()), null);
        }
        return trusted;
    }
}
