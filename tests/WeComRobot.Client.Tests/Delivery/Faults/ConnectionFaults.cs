using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using WeComRobot.Simulator;

namespace WeComRobot.Client.Tests.Delivery.Faults;

/// <summary>What can happen to a connection, from before it stands until after the request was read.</summary>
internal static class ConnectionFaults
{
    private static readonly Lazy<X509Certificate2> Untrusted = new(MakeCertificate);

    public static IReadOnlyList<FaultRow> Rows { get; } =
    [
        new("refused", FailureCause.NotSent, SentAgain.Later, Kept.Pending, "refused") { IsDeaf = true, IsPosted = false },
        new("no such name", FailureCause.NotSent, SentAgain.Later, Kept.Pending, "robot.invalid")
        {
            Address = address => "https://robot.invalid" + new Uri(address).PathAndQuery, IsDeaf = true, IsPosted = false, CanPass = false,
        },
        Tls("no TLS", "TLS") with { Raw = post => post.WriteAsync([.. "HTTP/1.1 400 Bad Request\r\n\r\n"u8]) },
        Tls("TLS with a certificate that nobody trusts", "certificate") with { Raw = post => post.SpeakTlsAsync(Untrusted.Value) },
        Tls("time-out before the request", "30 seconds") with { Raw = post => post.FallSilentAsync(), IsSilent = true },

        Broken("reset before the request is read", "may have arrived") with { Raw = ResetBeforeRequestAsync, IsPosted = false },
        Broken("reset before the body is read", "may have arrived") with { Raw = ResetBeforeBodyAsync, IsPosted = false },
        Broken("abort before the body is read", "may have arrived") with { Simulated = new() { Cut = FaultCut.Before } },
        Broken("reset after the request was lost", "may have arrived") with { Simulated = new() { Cut = FaultCut.After } },
        Broken("reset after the request was taken", "may have arrived") with
        {
            Simulated = new() { Cut = FaultCut.After, Accept = true }, Arrives = true,
        },
        Broken("time-out after the request", "30 seconds") with { Simulated = new() { DelayMs = 1000 }, Arrives = true, IsSilent = true },
        Broken("slow drip", "30 seconds") with { Simulated = new() { Drip = new(1, 1000) }, Arrives = true, IsSilent = true },
        Broken("answer that ends before its length", "may have arrived") with
        {
            Simulated = new()
            {
                Body = "{\"errcode\":0,", Headers = new Dictionary<string, string> { ["Content-Length"] = "27" }, Accept = true,
            },
            Arrives = true,
        },
        Broken("no HTTP", "may have arrived") with
        {
            Raw = async post =>
            {
                await post.ReadAsync();
                await post.WriteAsync([.. "SSH-2.0-OpenSSH_9.2\r\n"u8]);
            },
        },
    ];

    private static FaultRow Tls(string name, string words) => new(name, FailureCause.NotSent, SentAgain.Later, Kept.Pending, words)
    {
        Address = address => address.Replace("http:", "https:"),
        IsPosted = false,
        CanPass = false,
    };

    private static FaultRow Broken(string name, string words) =>
        new(name, FailureCause.OutcomeUnknown, SentAgain.AtLeastOnce, Kept.Unknown, words);

    private static async Task ResetBeforeRequestAsync(RawPost post)
    {
        await post.UntilSentAsync();
        post.Reset();
    }

    private static async Task ResetBeforeBodyAsync(RawPost post)
    {
        await post.ReadHeadAsync();
        post.Reset();
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        // Schannel takes no key that lives in memory only
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
