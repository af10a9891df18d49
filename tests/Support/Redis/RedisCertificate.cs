using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WeComRobot.Tests.Support.Redis;

/// <summary>A certificate of a server that has signed it itself, and the files that redis-server reads.</summary>
public sealed class RedisCertificate
{
    /// <param name="folder">Where its files are written.</param>
    internal RedisCertificate(TestFolder folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));

        // Clients whose clocks are wrong must not find it too young
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        (File, KeyFile) = (folder.PathOf("certificate.pem"), folder.PathOf("key.pem"));
        System.IO.File.WriteAllText(File, Certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>What clients see.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Its file: a process trusts the server that finds it in SSL_CERT_FILE.</summary>
    public string File { get; }

    internal string KeyFile { get; }
}
